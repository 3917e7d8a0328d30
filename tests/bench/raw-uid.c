/*
 * The least that reading a UID over PC/SC takes, as the baseline: waits for a card on a reader,
 * connects, sends GET DATA, prints the UID and the monotonic time (ns) at which it was known.
 * cc -I/usr/include/PCSC raw-uid.c -lpcsclite
 */
#include <stdio.h>
#include <time.h>
#include <winscard.h>

static void read_uid(SCARDCONTEXT context, const char *reader)
{
	static const BYTE get_uid[] = { 0xFF, 0xCA, 0x00, 0x00, 0x00 };
	BYTE answer[258];
	DWORD length = sizeof answer, protocol, at;
	SCARDHANDLE card;
	struct timespec now;

	if (SCardConnect(context, reader, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
			 &card, &protocol) != SCARD_S_SUCCESS)
		return;
	if (SCardTransmit(card, protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1, get_uid,
			  sizeof get_uid, NULL, answer, &length) == SCARD_S_SUCCESS && length > 2) {
		clock_gettime(CLOCK_MONOTONIC, &now);
		for (at = 0; at + 2 < length; at++)
			printf("%02X", answer[at]);
		printf(" %lld\n", now.tv_sec * 1000000000LL + now.tv_nsec);
	}
	SCardDisconnect(card, SCARD_LEAVE_CARD);
}

int main(int argc, char **argv)
{
	SCARDCONTEXT context;
	SCARD_READERSTATE state = { 0 };

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (argc != 2 || SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context) != SCARD_S_SUCCESS)
		return 1;
	state.szReader = argv[1];
	puts("ready");
	while (SCardGetStatusChange(context, INFINITE, &state, 1) == SCARD_S_SUCCESS) {
		DWORD news = state.dwEventState ^ state.dwCurrentState;
		state.dwCurrentState = state.dwEventState;
		if (news & state.dwEventState & SCARD_STATE_PRESENT)
			read_uid(context, argv[1]);
	}
	return 1;
}
