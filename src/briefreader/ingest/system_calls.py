"""The calls of Linux that a parser does not need: name, number on x86_64, number on aarch64; ``-`` where there is none.

From 424 on, all architectures share one numbering.
"""

_REFUSED = """
socket 41 198 | connect 42 203 | accept 43 202 | sendto 44 206 | recvfrom 45 207 | sendmsg 46 211 | recvmsg 47 212
shutdown 48 210 | bind 49 200 | listen 50 201 | getsockname 51 204 | getpeername 52 205 | socketpair 53 199
setsockopt 54 208 | getsockopt 55 209 | accept4 288 242 | recvmmsg 299 243 | sendmmsg 307 269

fork 57 - | vfork 58 - | execve 59 221 | execveat 322 281 | ptrace 101 117 | tkill 200 130
rt_sigqueueinfo 129 138 | rt_tgsigqueueinfo 297 240 | process_vm_readv 310 270 | process_vm_writev 311 271
kcmp 312 272 | setpriority 141 140 | sched_setparam 142 118 | sched_setscheduler 144 119
sched_setaffinity 203 122 | sched_setattr 314 274 | ioprio_set 251 30 | migrate_pages 256 238 | move_pages 279 239

shmget 29 194 | shmat 30 196 | shmctl 31 195 | shmdt 67 197 | semget 64 190 | semop 65 193 | semctl 66 191
semtimedop 220 192 | msgget 68 186 | msgsnd 69 189 | msgrcv 70 188 | msgctl 71 187
mq_open 240 180 | mq_unlink 241 181 | mq_timedsend 242 182 | mq_timedreceive 243 183 | mq_notify 244 184
mq_getsetattr 245 185

setuid 105 146 | setgid 106 144 | setreuid 113 145 | setregid 114 143 | setresuid 117 147 | setresgid 119 149
setgroups 116 159 | setfsuid 122 151 | setfsgid 123 152 | capset 126 91 | unshare 272 97 | setns 308 268

truncate 76 45 | rename 82 - | mkdir 83 - | rmdir 84 - | creat 85 - | link 86 - | unlink 87 - | symlink 88 -
chmod 90 - | fchmod 91 52 | chown 92 - | fchown 93 55 | lchown 94 - | utime 132 - | mknod 133 - | utimes 235 -
setxattr 188 5 | lsetxattr 189 6 | fsetxattr 190 7 | removexattr 197 14 | lremovexattr 198 15 | fremovexattr 199 16
mkdirat 258 34 | mknodat 259 33 | fchownat 260 54 | futimesat 261 - | unlinkat 263 35 | renameat 264 38
linkat 265 37 | symlinkat 266 36 | fchmodat 268 53 | utimensat 280 88 | renameat2 316 276
name_to_handle_at 303 264 | open_by_handle_at 304 265 | inotify_add_watch 254 27 | fanotify_init 300 262

uselib 134 - | pivot_root 155 41 | chroot 161 51 | acct 163 89 | mount 165 40 | umount2 166 39 | swapon 167 224
swapoff 168 225 | reboot 169 142 | sethostname 170 161 | setdomainname 171 162 | iopl 172 - | ioperm 173 -
init_module 175 105 | delete_module 176 106 | kexec_load 246 104 | add_key 248 217 | request_key 249 218
keyctl 250 219 | perf_event_open 298 241 | finit_module 313 273 | kexec_file_load 320 294 | bpf 321 280
userfaultfd 323 282
"""
_UNKNOWN = """
pidfd_send_signal 424 | io_uring_setup 425 | io_uring_enter 426 | io_uring_register 427 | open_tree 428
move_mount 429 | fsopen 430 | fsconfig 431 | fsmount 432 | fspick 433 | pidfd_open 434 | clone3 435 | openat2 437
pidfd_getfd 438 | process_madvise 440 | mount_setattr 442 | process_mrelease 448 | fchmodat2 452
"""
FIRST_NOT_LOOKED_AT = 463
"""Calls from here on are newer than this table (Linux 6.13)."""

ARCHITECTURES = ("x86_64", "aarch64")


def refused_calls(architecture: str) -> list[int]:
    """Return the numbers of the calls that are not permitted."""
    column = 1 + ARCHITECTURES.index(architecture)
    return [int(row[column]) for row in _rows(_REFUSED) if row[column] != "-"]


def unknown_calls() -> list[int]:
    """Return the numbers of the calls that the C library can do without: it falls back on older ones."""
    return [int(number) for _, number in _rows(_UNKNOWN)]


def _rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.splitlines() for row in line.split("|") if row.strip()]
