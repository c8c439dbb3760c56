exec ${jobmgmt_sh:+"$jobmgmt_sh"} "$jobmgmt_job"
