jobmgmt_awk() { # of a pipe mawk reads whole blocks, unless it is told to be interactive
  case $(awk -W version 2>&1 </dev/null | head -n 1) in
  mawk*) awk -W interactive "$@" ;;
  *) awk "$@" ;;
  esac
}
jobmgmt_mask() { # each line of a secret's value becomes ***, the longest first, as one may be a part of another
  JOBMGMT_SECRETS=$jobmgmt_secrets LC_ALL=C jobmgmt_awk '
    function add(value,   i) {
      for (i = ++count; i > 1 && length(values[i - 1]) < length(value); i--) values[i] = values[i - 1]
      values[i] = value
    }
    BEGIN {
      names = split(ENVIRON["JOBMGMT_SECRETS"], name, " ")
      for (n = 1; n <= names; n++) {
        lines = split(ENVIRON[name[n]], line, "\n")
        for (l = 1; l <= lines; l++) { sub(/\r$/, "", line[l]); if (line[l] ~ /[^ \t]/) add(line[l]) }
      }
    }
    {
      for (v = 1; v <= count; v++) {
        done = ""
        while ((at = index($0, values[v])) > 0) {
          done = done substr($0, 1, at - 1) "***"
          $0 = substr($0, at + length(values[v]))
        }
        $0 = done $0
      }
      print
      fflush()
    }'
}
command -v awk >/dev/null || { echo 'JobMgmt: SecretNotRead: awk, which takes the secrets out of what the job writes, is not on the PATH of this worker.' >&2; exit 1; }
jobmgmt_pipes=$(mktemp -d) && mkfifo "$jobmgmt_pipes/out" "$jobmgmt_pipes/err" || exit 1
jobmgmt_mask <"$jobmgmt_pipes/out" &
jobmgmt_mask <"$jobmgmt_pipes/err" >&2 &
(
exec >"$jobmgmt_pipes/out" 2>"$jobmgmt_pipes/err"
rm -r "$jobmgmt_pipes"
exec ${jobmgmt_sh:+"$jobmgmt_sh"} "$jobmgmt_job"
)
jobmgmt_code=$?
wait
exit "$jobmgmt_code"
