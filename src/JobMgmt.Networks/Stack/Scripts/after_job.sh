JOBMGMT_END_OF_JOB
jobmgmt_sh=$(command -v sh)
if [ "$(head -c 2 "$jobmgmt_job")" = '#!' ]; then chmod 700 "$jobmgmt_job"; jobmgmt_sh=; fi
(
