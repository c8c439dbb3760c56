@{
    RootModule           = 'JobMgmt.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '2c0a8a44-7f0b-4c1e-9d63-5b1f6f0d3b7e'
    Author               = 'JobMgmt contributors'
    CompanyName          = 'JobMgmt contributors'
    Copyright            = 'Copyright JobMgmt contributors. Apache License 2.0.'
    Description          = 'Job management over managed AWS services, or over a local runtime that speaks their protocols: networks of jobs, workers, alerts and logs.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('JobMgmt.Format.ps1xml')
    TypesToProcess       = @('JobMgmt.Types.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Get-JobAlert'
        'Get-JobCalendar'
        'New-JobCalendar'
        'Remove-JobCalendar'
        'Set-JobCalendar'
        'Show-JobCalendar'
        'Add-JobCalendarDate'
        'Get-JobCalendarDate'
        'Remove-JobCalendarDate'
        'New-JobDefinition'
        'New-JobRetryPolicy'
        'Get-JobForecast'
        'Clear-JobLock'
        'Get-JobLock'
        'Get-JobLog'
        'Connect-JobMgmt'
        'Disconnect-JobMgmt'
        'Get-JobMgmtConnection'
        'Compare-JobNetwork'
        'Export-JobNetwork'
        'Get-JobNetwork'
        'Import-JobNetwork'
        'Invoke-JobNetwork'
        'Measure-JobNetwork'
        'New-JobNetwork'
        'Remove-JobNetwork'
        'Restart-JobNetwork'
        'Show-JobNetwork'
        'Start-JobNetwork'
        'Stop-JobNetwork'
        'Test-JobNetwork'
        'Wait-JobNetwork'
        'Get-JobNetworkRun'
        'Get-JobNetworkStatus'
        'Disable-JobNetworkTrigger'
        'Enable-JobNetworkTrigger'
        'Get-JobNetworkTrigger'
        'New-JobNetworkTrigger'
        'Remove-JobNetworkTrigger'
        'Set-JobNetworkTrigger'
        'Approve-JobRun'
        'Deny-JobRun'
        'Get-JobRun'
        'Get-JobRuntime'
        'Start-JobRuntime'
        'Stop-JobRuntime'
        'Get-JobWorker'
        'Register-JobWorker'
        'Unregister-JobWorker'
        'Get-RunJobStack'
        'Publish-RunJobStack'
        'Test-RunJobStack'
        'Unpublish-RunJobStack'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Job', 'Scheduler', 'Batch', 'AWS', 'StepFunctions', 'SSM', 'EventBridge', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'First version: the RunJob stack, job networks, runs, logs and alerts on the local runtime.'
        }
    }
}
