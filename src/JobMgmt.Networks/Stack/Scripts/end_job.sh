)
jobmgmt_code=$?
rm -f "$jobmgmt_job"
if [ "$jobmgmt_code" -eq 194 ]; then
  echo 'JobMgmt: the job ended with exit code 194, for which the SSM agent would reboot this node and run the job again. It counts as 1.' >&2
  jobmgmt_code=1
fi
exit "$jobmgmt_code"
