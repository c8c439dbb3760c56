# Alerts: what they say, how they stand, and that what they say to type next can be typed.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker worker1 -Tag @{ role = 'job_worker' }
    $mended = Join-Path $TestFolder 'mended'
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Get-JobAlert' {
    It 'says that there is no such channel, and how the alerts of a network are shown' {
        { Get-JobAlert nightly -ErrorAction Stop } | Should -Throw "*no alert channel 'nightly'; it has high, low*Get-JobAlert -NetworkName 'nightly'*"
        Get-JobAlert high, low*, none* | Should -BeNullOrEmpty
    }
}

Describe 'An alert' {
    BeforeAll {
        $null = New-JobNetwork nightly -Tag role=job_worker -Job (New-JobDefinition "load 'it'" "for i in `$(seq 40); do echo line `$i; done; test -e '$mended' || { echo broken >&2; exit 7; }")
        if ($HasPython) {
            $run = Start-JobNetwork nightly -PassThru | Wait-JobNetwork
            $alert = Wait-Until { $run | Get-JobAlert }
        }
    }

    It 'tells the worker, the exit code and the end of the log' {
        Assert-Python
        $alert.Kind, $alert.Status, $alert.ExitCode, $alert.Worker | Should -Be 'Failed', 'Open', 7, (Get-JobWorker worker1).InstanceId
        $alert.Log.Count | Should -Be 30
        $alert.Log | Should -Contain 'line 40'
        $alert.Log | Should -Contain 'broken'
        $alert.Log | Should -Not -Contain 'line 1'
        $alert.LogNote | Should -BeLike 'The last 30 lines *'
        ($alert | Get-JobLog -Stream Stdout -Tail 2).Message | Should -Be 'line 39', 'line 40'
        ($run | Get-JobRun | Get-JobLog -Stream Stdout -Tail 3).Message | Should -Be 'line 38', 'line 39', 'line 40'
    }

    It 'says what to type next, and that it can be typed; once the network succeeds it is over' {
        Assert-Python
        $look, $again = $alert.Next
        Invoke-Expression $look | ForEach-Object Message | Should -Contain 'line 40'
        $null = New-Item $mended
        Get-JobAlert -Status Open -NetworkName nightly | Should -Not -BeNullOrEmpty
        (Invoke-Expression "$again -PassThru" | Wait-JobNetwork).Status | Should -Be 'Succeeded'
        $recovered = Wait-Until { Get-JobAlert -Kind Recovered }
        $recovered.NetworkName, $recovered.Error, $recovered.Status | Should -Be 'nightly', 'Recovered', 'Recovered'
        Get-JobAlert -Status Open -Network nightly | Should -BeNullOrEmpty
        (Get-JobAlert -Status Recovered -Kind Failed).EventId | Should -Be $alert.EventId
    }

    It 'folds the failures that follow it' {
        Assert-Python
        $network = New-JobNetwork noisy -Tag role=job_worker -Digest 1h -Job (New-JobDefinition load 'exit 4')
        $network.AlertDigest | Should -Be ([TimeSpan]'01:00:00')
        1..3 | ForEach-Object { $null = Start-JobNetwork noisy -PassThru | Wait-JobNetwork }
        @(Get-JobAlert -NetworkName noisy).Count | Should -Be 1
        Get-ErrorId { New-JobNetwork never -Tag role=job_worker -Digest 2d -Job (New-JobDefinition load 'exit 4') } | Should -Be 'InvalidJobNetwork'
    }
}

Describe 'A digest' {
    BeforeAll {
        $hasAws = [bool] (Get-Command aws -CommandType Application -ErrorAction SilentlyContinue)
        $data = (Get-JobMgmtConnection).DataPath
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $data 'credentials'
        $env:AWS_CONFIG_FILE = Join-Path $data 'config'
    }

    AfterAll {
        Remove-Item Env:AWS_SHARED_CREDENTIALS_FILE, Env:AWS_CONFIG_FILE
    }

    It 'that comes after its network has recovered wants nobody any more' {
        if (-not $hasAws) { Set-ItResult -Skipped -Because 'the AWS CLI, which puts the events here, is not installed' }
        $entries = foreach ($recovered in $true, $false) {
            $detail = @{ channel = 'high'; networkName = "digest $recovered"; error = 'E'; cause = 'c'; repeats = @{ count = 2 } }
            if ($recovered) { $detail.recovered = $true }
            @{ Source = 'net.quickguard.states'; DetailType = 'Job Network Execution Fail'; Detail = ConvertTo-Json $detail -Compress }
        }
        $file = Join-Path $TestFolder 'entries.json'
        ConvertTo-Json @($entries) | Set-Content $file
        aws events put-events --entries "file://$file" | Out-Null

        (Wait-Until { Get-JobAlert -NetworkName 'digest False' }).Status | Should -Be 'Open'
        $over = Wait-Until { Get-JobAlert -NetworkName 'digest True' }
        $over.Kind, $over.Status, $over.Repeats | Should -Be 'Failed', 'Recovered', 2
        Get-JobAlert -Status Open -NetworkName 'digest True' | Should -BeNullOrEmpty
    }
}

Describe 'Confirm-JobAlert' {
    BeforeAll {
        $null = New-JobNetwork lonely -Tag role=nobody -Job (New-JobDefinition load true)
        if ($HasPython) {
            $run = Start-JobNetwork lonely -PassThru | Wait-JobNetwork
            $alert = Wait-Until { $run | Get-JobAlert }
        }
    }

    It 'keeps who has confirmed an alert, and what was noted, once' {
        Assert-Python
        $alert | Confirm-JobAlert -WhatIf
        $told = $alert | Confirm-JobAlert -Note 'OPS-1: "on it"' -PassThru
        $told.Status, $told.Note | Should -Be 'Confirmed', 'OPS-1: "on it"'
        $shown = Wait-Until { $run | Get-JobAlert -Status Confirmed }
        $shown.Note, $shown.ConfirmedBy | Should -Be 'OPS-1: "on it"', ([Environment]::UserName)
        $shown.ConfirmedTime | Should -BeGreaterThan $alert.Time.AddSeconds(-1)
        (Confirm-JobAlert $alert.EventId -Note 'me too' -PassThru -WarningVariable warned -WarningAction SilentlyContinue).Note | Should -Be 'OPS-1: "on it"'
        "$warned" | Should -BeLike "*confirmed already, by $([Environment]::UserName) at *your note is not kept*"
        $shown | Out-String -Width 80 | Should -Match 'Confirmed +Failed +lonely +load +\w+'
        $run | Get-JobAlert -Status Open | Should -BeNullOrEmpty
        Get-JobAlert -Channel high | Where-Object Kind -eq Other | Should -BeNullOrEmpty
    }

    It 'refuses what is no alert, and confirms the others' {
        Get-ErrorId { Confirm-JobAlert nothing } | Should -Be 'JobAlertNotFound'
    }
}
