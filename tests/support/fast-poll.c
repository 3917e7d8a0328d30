/*
 * Preloaded into pcscd: looks for cards every few milliseconds instead of every 400, and lets the
 * virtual reader send small messages at once (Nagle's algorithm would hold them for 40 ms).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define POLL_NS 4000000L

static int is_poll(const struct timespec *wanted)
{
	return wanted->tv_sec == 0 && wanted->tv_nsec >= 200000000L && wanted->tv_nsec <= 500000000L;
}

int nanosleep(const struct timespec *wanted, struct timespec *left)
{
	struct timespec poll = { 0, POLL_NS };
	if (is_poll(wanted))
		wanted = &poll;
	return clock_nanosleep(CLOCK_REALTIME, 0, wanted, left) == 0 ? 0 : -1;
}

int usleep(useconds_t us)
{
	struct timespec wanted = { us / 1000000, (us % 1000000) * 1000L };
	return nanosleep(&wanted, NULL);
}

int accept(int listener, struct sockaddr *address, socklen_t *length)
{
	int (*real)(int, struct sockaddr *, socklen_t *) = dlsym(RTLD_NEXT, "accept");
	int on = 1, card = real(listener, address, length);
	if (card >= 0)
		setsockopt(card, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	return card;
}
