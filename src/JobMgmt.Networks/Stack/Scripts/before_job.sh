# JobMgmt: the job is a script of its own, since the SSM agent takes exit code 194 for a request to reboot the node and run it again.
jobmgmt_job=$(mktemp) || exit 1
cat > "$jobmgmt_job" <<'JOBMGMT_END_OF_JOB'
