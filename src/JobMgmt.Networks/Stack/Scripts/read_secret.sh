jobmgmt_read() { # PARAMETER REGION
  if [ -n "${JOBMGMT_PARAMETER_READER-}" ]; then
    "$JOBMGMT_PARAMETER_READER" "$1"
  elif command -v aws >/dev/null; then
    aws ssm get-parameter --region "$2" --name "$1" --with-decryption --query Parameter.Value --output text
  else
    echo 'the AWS CLI (aws) is not on the PATH of this worker' >&2
    return 127
  fi
}
jobmgmt_secrets=
jobmgmt_secret() { # NAME PARAMETER REGION
  jobmgmt_errors=$(mktemp) || exit 1
  if jobmgmt_value=$(jobmgmt_read "$2" "$3" 2>"$jobmgmt_errors" && echo .); then
    rm -f "$jobmgmt_errors"
    jobmgmt_value=${jobmgmt_value%.} # which kept the value's own line feeds at its end
    export "$1=${jobmgmt_value%?}"   # without the one that the reader adds
    unset jobmgmt_value
    jobmgmt_secrets="$jobmgmt_secrets $1"
  else
    echo "JobMgmt: SecretNotRead: The parameter '$2' for $1 could not be read on this worker: $(tr -s '\n' ' ' <"$jobmgmt_errors" | cut -c 1-500)" >&2
    rm -f "$jobmgmt_errors"
    exit 1
  fi
}
