# What has to hold for the nightly network. Nothing is run and no connection is needed: `Invoke-Pester ./Nightly.Tests.ps1`.
BeforeAll {
    if (-not (Get-Module JobMgmt)) { Import-Module JobMgmt }
    $jobs = & (Join-Path $PSScriptRoot 'Nightly.ps1')
}

Describe 'The nightly network' {
    It 'succeeds when every job does, and pages nobody' {
        $run = Invoke-JobNetwork -Job $jobs
        $run.Status | Should -Be Succeeded
        $run.Path | Should -Not -Contain page-on-call
        $run.Alert | Should -BeNullOrEmpty
    }

    It 'loads after both the extract and the rates' {
        $run = Invoke-JobNetwork -Job $jobs -Mock @{ extract = @{ Duration = '40m' }; 'exchange-rates' = @{ Duration = '3m' } }
        ($run.Jobs | Where-Object JobName -eq load).StartTime | Should -Be ([timespan] '00:40')
    }

    It 'archives, cleans up and pages when the load fails, and makes no report' {
        $run = Invoke-JobNetwork -Job $jobs -Mock @{ load = 3 }
        $run.Status | Should -Be Failed
        $run.Path | Should -Contain archive
        $run.Path | Should -Contain page-on-call
        $run.Path | Should -Contain remove-temporary-files
        $run.Path | Should -Not -Contain report
        $run.Alert.JobName | Should -Be load
    }

    It 'tries the rates again after ten minutes' {
        $run = Invoke-JobNetwork -Job $jobs -Mock @{ 'exchange-rates' = 1, 0 }
        $run.Status | Should -Be Succeeded
        ($run.Jobs | Where-Object JobName -eq exchange-rates).Attempts | Should -Be 2
        $run.Duration | Should -Be ([timespan] '00:10')
    }

    It 'gives the rates up after three tries, and then does not load' {
        $run = Invoke-JobNetwork -Job $jobs -Mock @{ 'exchange-rates' = 1 }
        $run.Error | Should -Be ExecutionFailed
        ($run.Jobs | Where-Object JobName -eq load).Status | Should -Be Skipped
    }

    It 'cleans up whatever job fails: <_>' -ForEach 'extract', 'exchange-rates', 'load', 'report', 'archive' {
        (Invoke-JobNetwork -Job $jobs -Mock @{ $_ = 1 }).Path | Should -Contain remove-temporary-files
    }

    It 'is done by six when it starts at two, if no job takes longer than it may' {
        $longest = @{}
        foreach ($job in $jobs | Where-Object Name -in extract, exchange-rates, load, archive) { $longest[$job.Name] = @{ Duration = $job.ExecutionTimeout } }
        (Invoke-JobNetwork -Job $jobs -Mock $longest).Duration | Should -BeLessOrEqual ([timespan] '04:00')
    }
}
