# JobMgmt: the job is a script of its own, since the SSM agent takes exit code 194 for a request to reboot the node and run it again. It comes packed.
jobmgmt_job=$(mktemp) || exit 1
base64 -d <<'JOBMGMT_END_OF_JOB' | gzip -dc > "$jobmgmt_job" || { rm -f "$jobmgmt_job"; echo 'JobMgmt: the job could not be unpacked: base64 -d and gzip -dc have to work on the worker.' >&2; exit 1; }
