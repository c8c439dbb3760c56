# Supervises one process: supervise.sh FOLDER TIMEOUT FILE [ARGUMENT...]
#
# It leads a session of its own, so it outlives the runtime that started it. It starts FILE at most once for a folder, in a process group of its own,
# with its output in FOLDER/stdout and FOLDER/stderr, and leaves "OUTCOME STATUS" in FOLDER/exit: exited N, timedout 137 or killed 137.
# TIMEOUT is in seconds; 0 is none. SIGTERM kills the whole group. POSIX sh; ends with 75 where the folder is taken already.
jm_folder=$1 jm_timeout=$2 # names that hide nothing of what the job inherits
shift 2
exec </dev/null >/dev/null 2>"$jm_folder/supervisor"

lead() {
    if command -v setsid >/dev/null; then exec setsid "$@"; fi
    exec perl -MPOSIX=setsid -e 'setsid(); exec { $ARGV[0] } @ARGV; exit 127' "$@" # macOS has no setsid
}

lead_with_defaults() {
    # a shell's asynchronous command has SIGINT and SIGQUIT ignored, which is inherited and which no shell can undo
    case $1 in
    *=*) ;; # env would take it for a variable
    *) if env --default-signal=INT,QUIT true 2>/dev/null; then lead env --default-signal=INT,QUIT "$@"; fi ;;
    esac
    if command -v perl >/dev/null; then
        exec perl -MPOSIX=setsid -e 'setsid(); $SIG{INT} = $SIG{QUIT} = "DEFAULT"; exec { $ARGV[0] } @ARGV; exit 127' "$@"
    fi
    lead "$@" # nothing at hand that can
}

slay() {
    # the group is not there until its leader has come to lead it; then the one process is all
    if [ -n "$1" ]; then kill -KILL "-$1" || kill -KILL "$1"; fi
}

finish() {
    slay "$jm_timer"
    jm_job= # its id may be another process's from now on
    # a reader sees the whole line or none
    until echo "$1 $2" >"$jm_folder/exit.new" && mv "$jm_folder/exit.new" "$jm_folder/exit"; do
        # the job has deleted the folder, or the disk is full: the status is worth waiting for
        if ! [ -d "$jm_folder" ]; then mkdir "$jm_folder" || exit 1; else sleep 1; fi
    done
    exit 0
}

jm_job= jm_timer= jm_reason= jm_caught=
trap 'jm_reason=${jm_reason:-killed} jm_caught=1; slay "$jm_job"' TERM
trap 'jm_reason=${jm_reason:-timedout} jm_caught=1 jm_timer=; slay "$jm_job"' USR1

# the claim: made by whoever is first, kept for ever
(set -C; echo "$$" >"$jm_folder/claim") || exit 75
if [ -e "$jm_folder/cancel" ]; then finish killed 137; fi
if [ "$jm_timeout" -gt 0 ]; then
    lead sh -c 'sleep "$1"; kill -USR1 "$2"' timer "$jm_timeout" "$$" &
    jm_timer=$!
fi
lead_with_defaults "$@" >"$jm_folder/stdout" 2>"$jm_folder/stderr" &
jm_job=$!
echo "$jm_job" >"$jm_folder/job"
if [ -n "$jm_reason" ]; then slay "$jm_job"; fi

jm_status=127
while :; do
    jm_caught=
    wait "$jm_job"
    jm_ended=$?
    if [ "$jm_ended" -ne 127 ] || [ "$jm_status" -eq 127 ]; then jm_status=$jm_ended; fi # 127 after a caught signal: the wait before had the status already
    if [ -z "$jm_caught" ]; then break; fi
done
jm_job= # its number may be a stranger's from here on
if [ -n "$jm_reason" ] && { [ "$jm_status" -eq 137 ] || [ "$jm_ended" -eq 127 ]; }; then finish "$jm_reason" 137; fi
finish exited "$jm_status"
