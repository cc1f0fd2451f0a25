/* Stand between a program and its files: count what it changes below one folder, let the
   n-th change fail, and write all changes down in their order.

   Loaded by LD_PRELOAD; told what to do by the faults_* functions (tests/faults/interposing.py).
   A record of the log is a header and its bytes, read by tests/faults/power.py. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 1024

struct header {
    uint32_t kind;
    int32_t serial;
    int64_t offset;
    uint32_t first;
    uint32_t second;
};

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char below[4096];
static size_t length;
static int journal = -1;
static long counted, wanted;
static int refusal, for_ever, by_halves, serials;
static char refused[4200];

static struct {
    int serial;
    char path[4096];
} files[MOST];

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

/* What the tests say. */

void faults_watch(const char *folder, int log)
{
    snprintf(below, sizeof below, "%s/", folder);
    length = strlen(below);
    journal = log;
    counted = wanted = 0;
    refused[0] = 0;
}

void faults_arm(long nth, int error, int ever, int halves)
{
    counted = 0;
    wanted = nth;
    refusal = error;
    for_ever = ever;
    by_halves = halves;
    refused[0] = 0;
}

long faults_counted(void) { return counted; }
const char *faults_refused(void) { return refused; }

/* What happens. */

static int watched(const char *path)
{
    if (!length || !path) return 0;
    /* The folder itself, too: its list of names is synced through it. */
    return !strncmp(path, below, length) ||
           (strlen(path) == length - 1 && !strncmp(path, below, length - 1));
}

static int known(int fd) { return fd >= 0 && fd < MOST && files[fd].serial; }

static void put(const void *data, size_t size)
{
    const char *rest = data;
    while (size > 0) {
        ssize_t done = syscall(SYS_write, journal, rest, size);
        if (done <= 0) return;
        rest += done;
        size -= (size_t)done;
    }
}

static void record(int kind, int serial, int64_t offset, const void *first, size_t size,
                   const char *second)
{
    struct header head = {(uint32_t)kind, serial, offset, (uint32_t)size,
                          second ? (uint32_t)strlen(second) : 0};
    if (journal < 0) return;
    put(&head, sizeof head);
    put(first, size);
    if (second) put(second, head.second);
}

void faults_mark(const char *words)
{
    pthread_mutex_lock(&lock);
    record('M', 0, 0, words, strlen(words), NULL);
    pthread_mutex_unlock(&lock);
}

/* Count a change; 1: it must fail, 2: only half of it may be done. An error below zero is the
   end of the program. */
static int due(const char *act, const char *path)
{
    counted++;
    if (!wanted) return 0;
    if (counted == wanted && by_halves && !strcmp(act, "write")) {
        snprintf(refused, sizeof refused, "half a write %s", path);
        return 2;
    }
    if (counted == wanted || (counted > wanted && for_ever) ||
        (counted == wanted + 1 && by_halves)) {
        if (refusal < 0) kill(getpid(), SIGKILL);
        if (!refused[0]) snprintf(refused, sizeof refused, "%s %s", act, path);
        errno = refusal;
        return 1;
    }
    return 0;
}

static int took(int fd, const char *path, int flags, int there)
{
    if (fd < 0 || fd >= MOST) return fd;
    files[fd].serial = ++serials;
    snprintf(files[fd].path, sizeof files[fd].path, "%s", path);
    record('O', serials, (there ? 0 : 1) | (flags & O_TRUNC ? 2 : 0), path, strlen(path), NULL);
    return fd;
}

static int opened(const char *path, int flags, mode_t mode)
{
    REAL(open64);
    int fd, there, saved;
    if (!watched(path)) return real(path, flags, mode);
    pthread_mutex_lock(&lock);
    fd = -1;
    if ((flags & O_ACCMODE) == O_RDONLY || !due("open", path)) {
        there = !access(path, F_OK);
        fd = took(real(path, flags, mode), path, flags, there);
    }
    saved = errno;
    pthread_mutex_unlock(&lock);
    errno = saved;
    return fd;
}

static mode_t mode_of(int flags, va_list rest)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = mode_of(flags, rest); \
        va_end(rest); \
        return opened(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) \
    { \
        REAL(openat64); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = mode_of(flags, rest); \
        va_end(rest); \
        return path[0] == '/' ? opened(path, flags, mode) : real(folder, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd)
{
    REAL(close);
    if (fd >= 0 && fd < MOST) files[fd].serial = 0;
    return real(fd);
}

static ssize_t written(int fd, const void *data, size_t size, int64_t offset)
{
    REAL(pwrite64);
    ssize_t done = -1;
    int saved, how;
    pthread_mutex_lock(&lock);
    how = due("write", files[fd].path);
    if (how != 1) {
        if (how == 2 && size > 1) size /= 2;
        done = real(fd, data, size, offset);
        if (done > 0) record('W', files[fd].serial, offset, data, (size_t)done, NULL);
    }
    saved = errno;
    pthread_mutex_unlock(&lock);
    errno = saved;
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset)
{
    REAL(pwrite64);
    return known(fd) ? written(fd, data, size, offset) : real(fd, data, size, offset);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset)
{
    return pwrite64(fd, data, size, offset);
}

ssize_t write(int fd, const void *data, size_t size)
{
    REAL(write);
    struct stat64 status;
    off64_t at;
    ssize_t done;
    if (!known(fd)) return real(fd, data, size);
    at = lseek64(fd, 0, SEEK_CUR);
    if (fcntl(fd, F_GETFL) & O_APPEND && !fstat64(fd, &status)) at = status.st_size;
    done = written(fd, data, size, at);
    if (done > 0) lseek64(fd, at + done, SEEK_SET);
    return done;
}

#define AT_ONCE(name, offset_type) \
    ssize_t name(int fd, const struct iovec *parts, int count, offset_type offset) \
    { \
        ssize_t all = 0, done; \
        REAL(name); \
        if (!known(fd)) return real(fd, parts, count, offset); \
        for (int part = 0; part < count; part++) { \
            done = written(fd, parts[part].iov_base, parts[part].iov_len, offset + all); \
            if (done < 0) return all ? all : -1; \
            all += done; \
            if ((size_t)done < parts[part].iov_len) break; \
        } \
        return all; \
    }
AT_ONCE(pwritev, off_t)
AT_ONCE(pwritev64, off64_t)

#define SYNC(name) \
    int name(int fd) \
    { \
        REAL(name); \
        int done = -1, saved; \
        if (!known(fd)) return real(fd); \
        pthread_mutex_lock(&lock); \
        if (!due("sync", files[fd].path)) { \
            done = quick ? 0 : real(fd); \
            if (!done) record('S', files[fd].serial, 0, NULL, 0, NULL); \
        } \
        saved = errno; \
        pthread_mutex_unlock(&lock); \
        errno = saved; \
        return done; \
    }
/* No power goes here but in the replay, so that nobody need wait for a real disk. */
static const int quick = 1;
SYNC(fsync)
SYNC(fdatasync)

int ftruncate64(int fd, off64_t size)
{
    REAL(ftruncate64);
    int done = -1, saved;
    if (!known(fd)) return real(fd, size);
    pthread_mutex_lock(&lock);
    if (!due("truncate", files[fd].path)) {
        done = real(fd, size);
        if (!done) record('T', files[fd].serial, size, NULL, 0, NULL);
    }
    saved = errno;
    pthread_mutex_unlock(&lock);
    errno = saved;
    return done;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

#define NAMES(name, kind, act, arguments, values, path, other) \
    int name arguments \
    { \
        REAL(name); \
        int done = -1, saved; \
        if (!watched(path)) return real values; \
        pthread_mutex_lock(&lock); \
        if (!due(act, path)) { \
            done = real values; \
            if (!done) record(kind, 0, 0, path, strlen(path), other); \
        } \
        saved = errno; \
        pthread_mutex_unlock(&lock); \
        errno = saved; \
        return done; \
    }
NAMES(rename, 'R', "rename", (const char *from, const char *to), (from, to), from, to)
NAMES(unlink, 'U', "unlink", (const char *path), (path), path, NULL)
NAMES(mkdir, 'D', "mkdir", (const char *path, mode_t mode), (path, mode), path, NULL)
NAMES(renameat, 'R', "rename", (int one, const char *from, int two, const char *to),
      (one, from, two, to), from, to)
NAMES(unlinkat, 'U', "unlink", (int folder, const char *path, int flags), (folder, path, flags),
      path, NULL)
