#!/usr/bin/env pwsh
<#
    JobMgmt in one minute: from nothing to the log of a failed job and the alert that it raised.

        dotnet tool restore
        dotnet pwsh examples/quickstart.ps1

    Everything happens on this machine, in a temporary folder: no account, no container. The commands are really run.
    The script ends with exit code 0 if the story went as told here, and with 1 and one line that says what was different.
#>
$ErrorActionPreference = 'Stop'

function Show-Step($Text) { Write-Host "`n# $Text" -ForegroundColor Cyan }
function Confirm-That($Condition, $OrElse) { if (-not $Condition) { throw $OrElse } }

$data = Join-Path ([IO.Path]::GetTempPath()) "jobmgmt-quickstart-$PID"
$failure = $null
try {
    # Builds what is not built yet (a few minutes the first time, a few seconds later).
    & "$PSScriptRoot/../build.ps1" Stage
    Import-Module "$PSScriptRoot/../out/JobMgmt/JobMgmt.psd1"

    Show-Step 'A local runtime: one process that speaks the AWS protocols and keeps its state in a folder'
    Start-JobRuntime -DataPath $data -PassThru | Out-Host
    Connect-JobMgmt -DataPath $data

    Show-Step 'Two workers. A job finds its worker by tags.'
    Register-JobWorker worker1, worker2 -Tag @{ role = 'job_worker'; env = 'production' } | Out-Host

    Show-Step 'The RunJob stack: the state machines, document, roles, rules and log groups that all networks share'
    Publish-RunJobStack | Out-Host

    Show-Step 'A job network: three jobs, one after the other. The second one always fails.'
    $jobs = @(
        New-JobDefinition 'Job 1' -Command "echo 'SUCCESS'", 'true' -WorkingDirectory /tmp -ExecutionTimeout 5m
        New-JobDefinition 'Job 2' -Command "echo 'FAILURE'", 'false' -WorkingDirectory /tmp -ExecutionTimeout 5m
        New-JobDefinition 'Job 3' -Command "echo 'NEVER EXECUTED'", 'true' -WorkingDirectory /tmp -ExecutionTimeout 5m
    )
    New-JobNetwork example -Job $jobs -AlertChannel high | Out-Host

    Show-Step 'Start it. The tags say where its jobs may run.'
    $run = Start-JobNetwork example -Tag @{ role = 'job_worker'; env = 'production' } -PassThru
    Get-JobNetworkStatus | Out-Host

    Show-Step 'Wait for its end. It fails, as it should.'
    $run = $run | Wait-JobNetwork -Timeout 60s
    Get-JobNetworkStatus | Out-Host
    Confirm-That ($run.Status -eq 'Failed') "The run should have failed, but it is $($run.Status)."

    Show-Step 'Its jobs: which worker, which exit code'
    $jobRuns = $run | Get-JobRun
    $jobRuns | Out-Host
    Confirm-That ("$($jobRuns.Status)" -eq 'Succeeded Failed Skipped') "The jobs should be Succeeded, Failed and Skipped, but are $($jobRuns.Status -join ', '). $($jobRuns.Message)"
    Confirm-That ($jobRuns[1].ExitCode -eq 1) "Job 2 should have ended with exit code 1, not '$($jobRuns[1].ExitCode)'."
    Confirm-That ($jobRuns[1].Worker -in 'worker1', 'worker2') "Job 2 should have run on worker1 or worker2, not on '$($jobRuns[1].Worker)'."

    Show-Step 'The log of the job that failed'
    $log = $jobRuns | Where-Object Status -eq Failed | Get-JobLog
    $log | Out-Host
    Confirm-That ("$($log[0])" -eq 'FAILURE') "The failed job's log should begin with FAILURE, but is '$log'."

    Show-Step 'The alert that arrived on its channel'
    $alert = $run | Get-JobAlert
    for ($patience = [Diagnostics.Stopwatch]::StartNew(); -not $alert -and $patience.Elapsed.TotalSeconds -lt 10;) {
        $alert = $run | Get-JobAlert   # EventBridge delivers a moment after the run has ended
    }
    $alert | Out-Host
    Confirm-That ($alert.Channel -eq 'high') "An alert on channel 'high' should have arrived, but there is '$($alert.Channel)'."

    Write-Host "`nThat was the expected story. The same commands work on AWS after: Connect-JobMgmt -Region <region>"
}
catch {
    $failure = $_
}
finally {
    # Stop what was started and leave nothing behind.
    if (Get-Module JobMgmt) {
        Disconnect-JobMgmt
        Stop-JobRuntime -DataPath $data -ErrorAction SilentlyContinue
    }

    Remove-Item -LiteralPath $data -Recurse -Force -ErrorAction SilentlyContinue
}

if ($failure) {
    [Console]::Error.WriteLine("quickstart: $failure")
    exit 1
}

exit 0
