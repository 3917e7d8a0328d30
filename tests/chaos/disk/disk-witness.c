/*
 * Preloaded into a program under attack: sees every write, sync, truncation, opening and lock of files in
 * one folder. It records them, or fails, kills at or tears the one that it is told to.
 *
 * WITNESS_FOLDER   files in it count
 * WITNESS_CONTROL  a file of eight 32-bit numbers, mapped: [0] mode (0 nothing, 1 kill, 2 fail), [1] which
 *                  calls (1 write, 2 sync, 4 truncate, 8 open, 16 lock), [2] the how manieth, [3] errno to
 *                  fail with; to kill: 0 before, 1 half-way, 2 after it, [4] 1: and all after it too,
 *                  [5] how often it struck, [6] calls seen, [7] 1: only of the database itself, not of
 *                  its journal
 * WITNESS_LOG      records: kind (1 write, 2 sync, 3 truncate), length of name, length of data (32 bits),
 *                  offset (64 bits), name, data
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, TRUNCATE = 4, OPEN = 8, LOCK = 16 };
enum { KILL = 1, FAIL = 2 };

static int32_t nothing[8];
static volatile int32_t *control = nothing;
static const char *folder;
static int log_fd = -1;

#define REAL(name, type) \
  static __typeof__(type) *real; \
  if (!real) real = (__typeof__(type) *)dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  folder = getenv("WITNESS_FOLDER");
  const char *at = getenv("WITNESS_CONTROL");
  const char *log = getenv("WITNESS_LOG");
  if (at) {
    int fd = (int)syscall(SYS_openat, AT_FDCWD, at, O_RDWR);
    void *mapped = mmap(NULL, sizeof nothing, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (mapped != MAP_FAILED) control = mapped;
    syscall(SYS_close, fd);
  }
  if (log) log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

/* The name within the folder, or NULL for files that do not count. */
static const char *name_of(int fd, char *path) {
  if (!folder) return NULL;
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  size_t prefix = strlen(folder);
  return strncmp(path, folder, prefix) == 0 && path[prefix] == '/' ? path + prefix + 1 : NULL;
}

static int is_database(const char *name) {
  size_t length = strlen(name);
  return length > 3 && strcmp(name + length - 3, ".db") == 0;
}

/* Whether this call is the one to strike at. */
static int struck(int kind, const char *name) {
  if (!control[0] || !(control[1] & kind) || (control[7] && !is_database(name))) return 0;
  int32_t nth = ++control[6];
  int hit = nth == control[2] || (control[4] && nth > control[2]);
  if (hit) control[5]++;
  return hit;
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* -1 with errno when it is to fail; kills before the call when that is asked. */
static int strike(int kind, const char *name, int *after) {
  *after = 0;
  if (!struck(kind, name)) return 0;
  if (control[0] == FAIL) {
    errno = control[3];
    return -1;
  }
  if (control[3] == 0) die();
  *after = control[3];
  return 0;
}

static void record(uint8_t kind, const char *name, uint64_t offset, const void *data, uint32_t length) {
  if (log_fd < 0) return;
  uint8_t head[14] = {kind, (uint8_t)strlen(name)};
  memcpy(head + 2, &length, 4);
  memcpy(head + 6, &offset, 8);
  syscall(SYS_write, log_fd, head, sizeof head);
  syscall(SYS_write, log_fd, name, strlen(name));
  if (length) syscall(SYS_write, log_fd, data, length);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL("pwrite64", ssize_t(int, const void *, size_t, off64_t));
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  if (!name) return real(fd, data, length, offset);
  int after;
  if (strike(WRITE, name, &after)) return -1;
  if (after == 1) {
    real(fd, data, length / 2, offset);
    die();
  }
  ssize_t done = real(fd, data, length, offset);
  if (after == 2) die();
  if (done > 0) record(1, name, (uint64_t)offset, data, (uint32_t)done);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return pwrite64(fd, data, length, offset);
}

static int synced(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  if (!name) return real(fd);
  int after;
  if (strike(SYNC, name, &after)) return -1;
  int done = real(fd);
  if (after) die();
  if (done == 0) record(2, name, 0, NULL, 0);
  return done;
}
int fsync(int fd) {
  REAL("fsync", int(int));
  return synced(fd, real);
}
int fdatasync(int fd) {
  REAL("fdatasync", int(int));
  return synced(fd, real);
}

int ftruncate64(int fd, off64_t length) {
  REAL("ftruncate64", int(int, off64_t));
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  if (!name) return real(fd, length);
  int after;
  if (strike(TRUNCATE, name, &after)) return -1;
  int done = real(fd, length);
  if (after) die();
  if (done == 0) record(3, name, (uint64_t)length, NULL, 0);
  return done;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int opened(const char *path, int flags, mode_t mode) {
  size_t prefix = folder ? strlen(folder) : 0;
  int counts = prefix && strncmp(path, folder, prefix) == 0 && path[prefix] == '/';
  int after = 0;
  if (counts && strike(OPEN, path, &after)) return -1;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode);
  if (after) die();
  return fd;
}
int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened(path, flags, mode);
}

static int controlled(int fd, int command, void *argument) {
  char path[PATH_MAX];
  int after;
  /* Giving a lock up does not fail. */
  int locks = (command == F_SETLK || command == F_SETLKW) &&
              ((struct flock *)argument)->l_type != F_UNLCK;
  const char *name = locks ? name_of(fd, path) : NULL;
  if (name && strike(LOCK, name, &after)) return -1;
  return (int)syscall(SYS_fcntl, fd, command, argument);
}
int fcntl64(int fd, int command, ...) {
  va_list more;
  va_start(more, command);
  void *argument = va_arg(more, void *);
  va_end(more);
  return controlled(fd, command, argument);
}
int fcntl(int fd, int command, ...) {
  va_list more;
  va_start(more, command);
  void *argument = va_arg(more, void *);
  va_end(more);
  return controlled(fd, command, argument);
}
