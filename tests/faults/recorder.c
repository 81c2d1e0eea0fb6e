/*
 * Writes down what a program asks of the disk, in its order: every write, truncation, sync, creation, renaming and
 * removal below one folder, and what the program acknowledges meanwhile. Loaded before libc with LD_PRELOAD.
 *
 *   RECORD_BELOW   the folder that is watched
 *   RECORD_ACK     a file whose writes are acknowledgements, not data
 *   RECORD_TO      the record: lines "<kind> <ms> <inode> <offset> <length> <path>", writes followed by their bytes
 *   RECORD_DEAF    syncs of paths that contain this text are left out, as if the program had forgotten them
 *
 * Files are named by inode, so that a rename moves no bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define FILES_MAX 4096
#define PATH_LENGTH 1024

static char paths[FILES_MAX][PATH_LENGTH];
static unsigned long inodes[FILES_MAX];
static const char *below, *acknowledgements, *deaf;
static int record = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *to = getenv("RECORD_TO");
  below = getenv("RECORD_BELOW");
  acknowledgements = getenv("RECORD_ACK");
  deaf = getenv("RECORD_DEAF");
  if (to && below) record = syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  unsetenv("LD_PRELOAD");
}

static int is_watched(const char *path) {
  return record >= 0 && path && path[0] == '/' && strncmp(path, below, strlen(below)) == 0;
}

static int is_acknowledgement(const char *path) { return acknowledgements && strcmp(path, acknowledgements) == 0; }

static void put(const void *bytes, size_t length) {
  const char *next = bytes;
  while (length > 0) {
    ssize_t done = syscall(SYS_write, record, next, length);
    if (done <= 0) return;
    next += done;
    length -= done;
  }
}

static void note(char kind, unsigned long inode, long offset, size_t length, const char *path, const void *bytes) {
  struct timespec now;
  char line[PATH_LENGTH + 128];
  clock_gettime(CLOCK_MONOTONIC, &now);
  int size = snprintf(line, sizeof line, "%c %ld %lu %ld %zu %s\n", kind, now.tv_sec * 1000 + now.tv_nsec / 1000000,
                      inode, offset, length, path);
  pthread_mutex_lock(&turn);
  put(line, size);
  if (bytes) put(bytes, length);
  pthread_mutex_unlock(&turn);
}

static unsigned long inode_of(int file) {
  struct stat status;
  return fstat(file, &status) == 0 ? status.st_ino : 0;
}

static int is_open(int file) { return record >= 0 && file >= 0 && file < FILES_MAX && paths[file][0]; }

static void opened(int file, const char *path, int flags, int was_there) {
  if (file < 0 || file >= FILES_MAX || !is_watched(path)) return;
  snprintf(paths[file], PATH_LENGTH, "%s", path);
  inodes[file] = inode_of(file);
  if (is_acknowledgement(path)) return;
  if ((flags & O_CREAT) && !was_there) note('C', inodes[file], 0, 0, path, NULL);
  if ((flags & O_TRUNC) && was_there) note('T', inodes[file], 0, 0, path, NULL);
}

static int is_there(const char *path) {
  struct stat status;
  return is_watched(path) && stat(path, &status) == 0;
}

#define OPEN(name, real_name, ...) \
  va_list words; \
  va_start(words, flags); \
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(words, mode_t) : 0; \
  va_end(words); \
  int was_there = is_there(path); \
  REAL(name); \
  int file = real(__VA_ARGS__ path, flags, mode); \
  opened(file, path, flags, was_there); \
  return file

int open(const char *path, int flags, ...) { OPEN(open, open, ); }
int open64(const char *path, int flags, ...) { OPEN(open64, open64, ); }
int openat(int at, const char *path, int flags, ...) { OPEN(openat, openat, at, ); }
int openat64(int at, const char *path, int flags, ...) { OPEN(openat64, openat64, at, ); }

int close(int file) {
  REAL(close);
  if (is_open(file)) paths[file][0] = 0;
  return real(file);
}

static void written(int file, long offset, const void *bytes, ssize_t length) {
  int failure = errno;
  if (length > 0 && is_open(file)) {
    char kind = is_acknowledgement(paths[file]) ? 'A' : 'W';
    note(kind, inodes[file], offset, length, paths[file], bytes);
  }
  errno = failure;
}

static long place_of(int file) { return is_open(file) ? lseek(file, 0, SEEK_CUR) : 0; }

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(write);
  struct stat status;
  long offset = place_of(file);
  if (is_open(file) && (fcntl(file, F_GETFL) & O_APPEND) && fstat(file, &status) == 0) offset = status.st_size;
  ssize_t done = real(file, bytes, length);
  written(file, offset, bytes, done);
  return done;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
  REAL(pwrite);
  ssize_t done = real(file, bytes, length, offset);
  written(file, offset, bytes, done);
  return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
  REAL(pwrite64);
  ssize_t done = real(file, bytes, length, offset);
  written(file, offset, bytes, done);
  return done;
}

static ssize_t vector(int file, const struct iovec *parts, int count, long offset) {
  ssize_t all = 0;
  for (int part = 0; part < count; part += 1) {
    ssize_t done = pwrite64(file, parts[part].iov_base, parts[part].iov_len, offset + all);
    if (done < 0) return all > 0 ? all : done;
    all += done;
  }
  return all;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(writev);
  if (!is_open(file)) return real(file, parts, count);
  long offset = place_of(file);
  ssize_t done = vector(file, parts, count, offset);
  if (done > 0) lseek(file, offset + done, SEEK_SET);
  return done;
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) {
  REAL(pwritev64);
  return is_open(file) ? vector(file, parts, count, offset) : real(file, parts, count, offset);
}

#define TRUNCATE(name, type) \
  int name(int file, type length) { \
    REAL(name); \
    int done = real(file, length); \
    if (done == 0 && is_open(file)) note('T', inodes[file], length, 0, paths[file], NULL); \
    return done; \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
  int name(int file) { \
    REAL(name); \
    int done = real(file); \
    if (done == 0 && is_open(file) && !(deaf && strstr(paths[file], deaf))) \
      note('S', inodes[file], 0, 0, paths[file], NULL); \
    return done; \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(rename);
  int done = real(from, to);
  char both[PATH_LENGTH * 2];
  if (done == 0 && is_watched(from)) {
    snprintf(both, sizeof both, "%s\t%s", from, to);
    note('R', 0, 0, 0, both, NULL);
  }
  return done;
}

int unlink(const char *path) {
  REAL(unlink);
  int done = real(path);
  if (done == 0 && is_watched(path)) note('U', 0, 0, 0, path, NULL);
  return done;
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  int done = real(path, mode);
  if (done == 0 && is_watched(path)) note('M', 0, 0, 0, path, NULL);
  return done;
}
