# What has to hold for the nightly network. Nothing is run and no connection is needed: `Invoke-Pester ./Nightly.Tests.ps1`.
BeforeAll {
    if (-not (Get-Module JobMgmt)) { Import-Module JobMgmt }
    $jobs = & (Join-Path $PSScriptRoot 'Nightly.ps1')

    # Walks the network, and keeps the results: the last test asks what of the network all of them have seen.
    $walked = [Collections.Generic.List[object]]::new()
    function Invoke-Nightly([hashtable] $Mock = @{}) {
        $run = Invoke-JobNetwork -Job $jobs -NetworkName nightly -Mock $Mock
        $walked.Add($run)
        $run
    }
}

AfterAll {
    $walked | Measure-JobNetwork | Out-String -Width 120 | Write-Host
}

Describe 'The nightly network' {
    It 'succeeds when every job does, and pages nobody' {
        $run = Invoke-Nightly
        $run.Status | Should -Be Succeeded
        $run.Path | Should -Not -Contain page-on-call
        $run.Alert | Should -BeNullOrEmpty
    }

    It 'loads after both the extract and the rates' {
        $run = Invoke-Nightly -Mock @{ extract = @{ Duration = '40m' }; 'exchange-rates' = @{ Duration = '3m' } }
        ($run.Jobs | Where-Object JobName -eq load).StartTime | Should -Be ([timespan] '00:40')
    }

    It 'archives, cleans up and pages when the load fails, and makes no report' {
        $run = Invoke-Nightly -Mock @{ load = 3 }
        $run.Status | Should -Be Failed
        $run.Path | Should -Contain archive
        $run.Path | Should -Contain page-on-call
        $run.Path | Should -Contain remove-temporary-files
        $run.Path | Should -Not -Contain report
        $run.Alert.JobName | Should -Be load
    }

    It 'tries the rates again after ten minutes' {
        $run = Invoke-Nightly -Mock @{ 'exchange-rates' = 1, 0 }
        $run.Status | Should -Be Succeeded
        ($run.Jobs | Where-Object JobName -eq exchange-rates).Attempts | Should -Be 2
        $run.Duration | Should -Be ([timespan] '00:10')
    }

    It 'gives the rates up after three tries, and then does not load' {
        $run = Invoke-Nightly -Mock @{ 'exchange-rates' = 1 }
        $run.Error | Should -Be ExecutionFailed
        ($run.Jobs | Where-Object JobName -eq load).Status | Should -Be Skipped
    }

    It 'cleans up whatever job fails: <_>' -ForEach 'extract', 'exchange-rates', 'load', 'report', 'archive', 'remove-temporary-files' {
        (Invoke-Nightly -Mock @{ $_ = 1 }).Path | Should -Contain remove-temporary-files
    }

    It 'is done by six when it starts at two, if no job takes longer than it may' {
        $longest = @{}
        foreach ($job in $jobs | Where-Object Name -in extract, exchange-rates, load, archive) { $longest[$job.Name] = @{ Duration = $job.ExecutionTimeout } }
        (Invoke-Nightly -Mock $longest).Duration | Should -BeLessOrEqual ([timespan] '04:00')
    }

    It 'fails when even the pager does' {
        (Invoke-Nightly -Mock @{ load = 1; 'page-on-call' = 1 }).Error | Should -Be JobsFailed
    }

    It 'is covered by these tests, all of it' {
        $coverage = $walked | Measure-JobNetwork
        $coverage.Missing | Should -BeNullOrEmpty
        $coverage.Percent | Should -BeGreaterOrEqual 90 # the threshold, where not every outcome is worth a test
    }
}
