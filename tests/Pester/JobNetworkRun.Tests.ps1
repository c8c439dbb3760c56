BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker worker1, worker2 -Tag @{ role = 'job_worker' }
    $null = New-JobNetwork nightly-a -AlertChannel high -Job @(
        New-JobDefinition 'Job 1' "echo 'SUCCESS'", 'true' -WorkingDirectory /tmp
        New-JobDefinition 'Job 2' 'echo one', 'echo two', 'echo problem >&2', 'exit 3'
        New-JobDefinition 'Job 3' "echo 'NEVER EXECUTED'"
    )
    $null = New-JobNetwork nightly-b -Job (New-JobDefinition Only 'echo fine') -Tag @{ role = 'job_worker' }
    $null = New-JobNetwork slow -Job (New-JobDefinition Sleep 'echo begin', 'sleep 600'), (New-JobDefinition After true)

    # What a failed and a good run look like is asked by many tests: they run once.
    if ($HasPython) {
        $ended = Get-JobNetwork nightly* | Start-JobNetwork -Tag @{ role = 'job_worker' } -PassThru | Wait-JobNetwork -Timeout 120s
        $failed = $ended | Where-Object NetworkName -eq nightly-a
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Start-JobNetwork' {
    It 'starts nothing with -WhatIf' {
        Start-JobNetwork slow -WhatIf
        Get-JobNetworkRun slow | Should -BeNullOrEmpty
    }

    It 'says which network is missing' {
        Get-ErrorId { Start-JobNetwork missing } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Start-JobNetwork missing* } | Should -BeNullOrEmpty
    }

    It 'takes a name once, and JSON as input' {
        Start-JobNetwork slow -ExecutionName once -ExecutionInput '{"role":"nobody-here"}' | Should -BeNullOrEmpty
        Get-ErrorId { Start-JobNetwork slow -ExecutionName once -ExecutionInput '{"role":"other"}' } | Should -Be 'ExecutionAlreadyExists'
        Get-ErrorId { Start-JobNetwork slow -ExecutionInput 'no json' } | Should -Be 'InvalidExecutionInput'
        Stop-JobNetwork slow once
    }
}

Describe 'Tags of a run' {
    It 'have one value each' {
        Get-ErrorId { Start-JobNetwork slow -Tag @{ role = 'a', 'b' } } | Should -Be 'ParameterArgumentTransformationError'
        Get-ErrorId { Start-JobNetwork slow -Tag ([pscustomobject] @{ role = @() }) } | Should -Be 'ParameterArgumentTransformationError'
    }
}

Describe 'A network that never ran' {
    It 'is a line of the status, and pipes on as no run at all' {
        $null = New-JobNetwork idle -Job (New-JobDefinition Only true)
        (Get-JobNetworkStatus idle).Status | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobNetworkStatus idle | Get-JobRun } | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobNetworkStatus idle | Get-JobNetworkRun } | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobNetworkStatus idle | Wait-JobNetwork } | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobNetworkStatus idle | Stop-JobNetwork } | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobRun -ExecutionArn $null } | Should -Be 'JobNetworkRunMissing'
        Get-ErrorId { Wait-JobNetwork -ExecutionArn $null } | Should -Be 'JobNetworkRunMissing'
    }
}

Describe 'A job''s commands' {
    It 'reach the shell as they were written' {
        Assert-Python
        $commands = @(
            'printf ''%s\n'' "a single '' and a \"double\" quote" ''$HOME'' "$((1 + 1))"'
            'echo ''{{ global:REGION }} {{Tags}} {{ no such thing }}'''
            'echo ''{% $states.input %} $.Payload States.Format {} {0} %d'''
            'echo "日本語 émoji 🎉"'
            "printf '%s' 'tab:`t|  two blanks  '; echo"
            "cat <<'END'`n  indented `$x ``tick```n`nEND"
            'echo back\\slash'
        )
        $null = New-JobNetwork verbatim -Tag role=job_worker -Job (New-JobDefinition 'q "1" \ é {}' -Command $commands)
        $run = Start-JobNetwork verbatim -PassThru | Wait-JobNetwork -Timeout 120s
        $run.Status | Should -Be 'Succeeded'
        $script = Join-Path $TestFolder 'verbatim.sh'
        [IO.File]::WriteAllText($script, ($commands -join "`n") + "`n")
        ($run | Get-JobLog -Stream Stdout).Message | Should -Be (sh $script)
    }
}

Describe 'A run that fails' {
    It 'is told as failed, with the job''s error' {
        Assert-Python
        $failed.Status | Should -Be 'Failed'
        $failed.Error | Should -Be 'ExecutionFailed'
        $failed.ExecutionInput | Should -Be '{"role":"job_worker"}'
        ($ended | Where-Object NetworkName -eq nightly-b).Status | Should -Be 'Succeeded'
    }

    It 'shows its jobs: state, attempts, worker, exit code' {
        Assert-Python
        $jobs = $failed | Get-JobRun
        $jobs.JobName | Should -Be 'Job 1', 'Job 2', 'Job 3'
        $jobs.Status | Should -Be 'Succeeded', 'Failed', 'Skipped'
        $jobs.Attempts | Should -Be 1, 1, 0
        $jobs[1].ExitCode | Should -Be 3
        $jobs[1].Worker | Should -BeIn 'worker1', 'worker2'
        $jobs[1].CommandId | Should -Match '^[0-9a-f-]{36}$'
        $jobs[1].Message | Should -Match 'exit code 3'
        $jobs[2].StartTime | Should -BeNullOrEmpty
    }

    It 'is read by network and execution name, and filtered' {
        Assert-Python
        (Get-JobRun nightly-a $failed.ExecutionName).JobName | Should -Be 'Job 1', 'Job 2', 'Job 3'
        (Get-JobRun nightly-* -Status Failed).JobName | Should -Be 'Job 2'
        (Get-JobRun nightly-a -JobName '*3').Status | Should -Be 'Skipped'
        Get-ErrorId { Get-JobRun nightly-a no-such-run } | Should -Be 'JobNetworkRunNotFound'
        Get-ErrorId { Get-JobRun missing } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Get-JobRun nightly-a -JobName 'Job 9' } | Should -Be 'JobNotFound'
        Get-ErrorId { Get-JobRun nightly-a -JobName 'Job 9*' } | Should -BeNullOrEmpty
    }

    It 'gives the whole log, by pipe and by name' {
        Assert-Python
        $log = $failed | Get-JobRun | Where-Object Status -eq Failed | Get-JobLog
        "$log" | Should -Match '^one two .*problem'
        ($failed | Get-JobRun -JobName 'Job 2' | Get-JobLog -Stream Stdout).Message | Should -Be 'one', 'two'
        ($failed | Get-JobRun -JobName 'Job 2' | Get-JobLog -Stream Stdout -Tail 1).Message | Should -Be 'two'
        (Get-JobLog nightly-a 'Job 2' -Stream Stderr).Message | Should -Contain 'problem'
        (Get-JobLog nightly-a 'Job 2' -Stream Stdout -Follow).Message | Should -Be 'one', 'two'
        (Get-JobLog nightly-a -ExecutionName $failed.ExecutionName -Stream Stdout).Message | Should -Be 'SUCCESS', 'one', 'two'
        ($failed | Get-JobLog -Stream Stdout).Message | Should -Be 'SUCCESS', 'one', 'two' -Because 'a run pipes in whole'
        ($failed | Get-JobLog -JobName 'Job 1').Message | Should -Be 'SUCCESS'
        (Get-JobLog nightly-a 'Job 2' | Select-String two).Line | Should -Be 'two'
        $failed | Get-JobRun -JobName 'Job 3' | Get-JobLog | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobLog nightly-a 'Job 9' } | Should -Be 'JobNotFound'
    }

    It 'gives it also to rows of a CSV file, in which what is not there is empty' {
        Assert-Python
        $rows = $failed | Get-JobRun | ConvertTo-Csv | ConvertFrom-Csv
        ($rows | Get-JobLog -Stream Stdout).Message | Should -Be 'SUCCESS', 'one', 'two'
    }

    It 'puts an alert on its channel' {
        Assert-Python
        $alert = $failed | Get-JobAlert
        $alert.Channel | Should -Be 'high'
        $alert.NetworkName | Should -Be 'nightly-a'
        $alert.JobName | Should -Be 'Job 2'
        $alert.Error | Should -Be 'ExecutionFailed'
        $alert.ExecutionArn | Should -Be $failed.ExecutionArn
        (Get-JobAlert high -NetworkName nightly-a -Last 1).EventId | Should -Be $alert.EventId
        Get-JobAlert low | Should -BeNullOrEmpty
        Get-JobAlert -After (Get-Date).AddMinutes(1) | Should -BeNullOrEmpty
        foreach ($early in [datetime] '1900-01-01', [datetime]::MinValue, [datetime]::new(1960, 1, 1, 0, 0, 0, [DateTimeKind]::Utc)) {
            ($failed | Get-JobAlert -After $early -ErrorAction Stop).EventId | Should -Be $alert.EventId
        }
    }

    It 'shows in the status of its network' {
        Assert-Python
        $status = Get-JobNetworkStatus nightly-*
        $status.NetworkName | Should -Be 'nightly-a', 'nightly-b'
        $status.Status | Should -Be 'Failed', 'Succeeded'
        $status[0].JobName | Should -Be 'Job 2'
    }

    It 'reads from network to log in one line' {
        Assert-Python
        $log = Get-JobNetwork nightly* | Start-JobNetwork -Tag @{role='job_worker'} -PassThru | Wait-JobNetwork | Get-JobRun | Where-Object Status -eq Failed | Get-JobLog
        $log[0].Message | Should -Be 'one'
    }
}

Describe 'Get-JobNetworkRun' {
    It 'lists newest first, by name, pattern, status and number' {
        Assert-Python
        $runs = Get-JobNetworkRun nightly-a
        $runs.Count | Should -BeGreaterThan 1
        $runs[0].StartTime | Should -BeGreaterOrEqual $runs[1].StartTime
        (Get-JobNetworkRun nightly-a -Last 1).ExecutionName | Should -Be $runs[0].ExecutionName
        (Get-JobNetworkRun nightly-* -Status Succeeded).NetworkName | Sort-Object -Unique | Should -Be 'nightly-b'
        (Get-JobNetworkRun nightly-a $failed.ExecutionName).ExecutionArn | Should -Be $failed.ExecutionArn
        (Get-JobNetworkRun nightly-a $failed.ExecutionName).Error | Should -Be 'ExecutionFailed' -Because 'a run asked for by name is read in whole'
        Get-JobNetworkRun nightly-a $failed.ExecutionName -Status Succeeded | Should -BeNullOrEmpty
        (Get-JobNetwork nightly-b | Get-JobNetworkRun -Last 1).NetworkName | Should -Be 'nightly-b'
        ($failed | Get-JobNetworkRun).Error | Should -Be 'ExecutionFailed'
        Get-ErrorId { Get-JobNetworkRun nightly-a no-such-run } | Should -Be 'JobNetworkRunNotFound'
        Get-ErrorId { Get-JobNetworkRun missing } | Should -Be 'JobNetworkNotFound'
    }

    It 'completes execution names of the network named before' {
        Assert-Python
        $line = "Get-JobRun nightly-a $($failed.ExecutionName.Substring(0, 5))"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain $failed.ExecutionName
        (TabExpansion2 'Get-JobRun nightly-a -JobName job' 33).CompletionMatches.CompletionText | Should -Be "'Job 1'", "'Job 2'", "'Job 3'"
    }
}

Describe 'Wait- and Stop-JobNetwork' {
    It 'each run that is piped is meant by itself, not its network' {
        Assert-Python
        $first = Start-JobNetwork slow -Tag role=job_worker -PassThru
        $second = Start-JobNetwork slow -Tag role=job_worker -PassThru
        ($first | Stop-JobNetwork -PassThru).ExecutionArn | Should -Be $first.ExecutionArn
        ($second | Get-JobNetworkRun).Status | Should -Be 'Running'
        $second | Stop-JobNetwork
    }

    It 'gives up after -Timeout, and the run goes on' {
        Assert-Python
        $run = Start-JobNetwork slow -Tag role=job_worker -PassThru
        Get-ErrorId { $run | Wait-JobNetwork -Timeout 1 } | Should -Be 'JobNetworkWaitTimedOut'
        Get-ErrorId { Wait-JobNetwork slow -Timeout 0.2 } | Should -Be 'JobNetworkWaitTimedOut'
        Stop-JobNetwork slow -WhatIf
        ($run | Get-JobNetworkRun).Status | Should -Be 'Running'
        $run | Stop-JobNetwork
    }

    It 'stops the run with its job, down to the command' {
        Assert-Python
        $run = Start-JobNetwork slow -Tag role=job_worker -PassThru
        $job = Wait-Until { $run | Get-JobRun -JobName Sleep | Where-Object { $_.CommandId -and ($_ | Get-JobLog) } }
        $job.Status | Should -Be 'Running'
        $job.Worker | Should -BeIn 'worker1', 'worker2'
        ($run | Get-JobRun -JobName After).Status | Should -Be 'Pending'

        $stopped = $run | Stop-JobNetwork -Reason 'maintenance' -PassThru
        $stopped.Status | Should -Be 'Aborted'
        $stopped.Cause | Should -Be 'maintenance'
        ($run | Get-JobRun).Status | Should -Be 'Aborted', 'NotRun'
        $job | Get-JobLog -Follow | Should -Not -BeNullOrEmpty -Because 'the command has ended, so following ends too'
    }

    It 'puts an alert for a run that was stopped, as it cannot report itself' {
        Assert-Python
        $run = Start-JobNetwork slow -Tag role=job_worker -PassThru
        $run | Stop-JobNetwork
        $alert = Wait-Until { $run | Get-JobAlert }
        $alert.NetworkName | Should -Be 'slow'
        $alert.Channel | Should -Be 'high' -Because 'it is the default channel'
    }

    It 'ends at once when the pipeline is stopped, and the run goes on' {
        Assert-Python
        $run = Start-JobNetwork slow -Tag role=job_worker -PassThru
        $shell = [powershell]::Create().AddScript("Import-Module '$ManifestPath'; Wait-JobNetwork -ExecutionArn '$($run.ExecutionArn)'")
        try {
            $waiting = $shell.BeginInvoke()
            $patience = [Diagnostics.Stopwatch]::StartNew()
            while ($shell.Streams.Progress.Count -eq 0 -and $patience.Elapsed.TotalSeconds -lt 120) {
                $null = $waiting.AsyncWaitHandle.WaitOne(50)
            }
            $shell.Streams.Progress.Activity | Should -Contain 'Waiting for job networks'
            $shell.Stop()
            ($run | Get-JobNetworkRun).Status | Should -Be 'Running'
        }
        finally {
            $shell.Dispose()
            $run | Stop-JobNetwork
        }
    }

    It 'stops the upstream when Select-Object has enough' {
        Assert-Python
        (Get-JobNetworkRun | Select-Object -First 1).NetworkName | Should -Not -BeNullOrEmpty
    }

    It 'ends with the first run when -Any is given' {
        Assert-Python
        $runs = @(Start-JobNetwork slow -Tag role=job_worker -PassThru) + @(Start-JobNetwork nightly-b -PassThru)
        ($runs | Wait-JobNetwork -Any -Timeout 120s).NetworkName | Should -Be 'nightly-b'
        Stop-JobNetwork slow
        $runs[0] | Wait-JobNetwork -Timeout 120s | Select-Object -ExpandProperty Status | Should -Be 'Aborted'
    }

    It 'writes nothing for a network that does not run' {
        Wait-JobNetwork nightly-b | Should -BeNullOrEmpty
        Get-ErrorId { Wait-JobNetwork missing } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Stop-JobNetwork missing } | Should -Be 'JobNetworkNotFound'
    }
}

Describe 'Worker tags' {
    It 'end as WorkerBusy after the retries when they match nobody' {
        Assert-Python
        $run = Start-JobNetwork nightly-a -Tag role=nobody -PassThru | Wait-JobNetwork -Timeout 120s
        $run.Status | Should -Be 'Failed'
        $run.Error | Should -Be 'WorkerBusy'
        $job = $run | Get-JobRun -JobName 'Job 1'
        $job.Attempts | Should -Be 3
        $job.Worker | Should -BeNullOrEmpty
    }

    It 'must come from somewhere' {
        Assert-Python
        (Start-JobNetwork nightly-a -PassThru | Wait-JobNetwork -Timeout 120s).Error | Should -Be 'NoWorkerTag'
        (Start-JobNetwork nightly-b -PassThru | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded' -Because 'the network has tags of its own'
    }
}

Describe 'A job that is tried again' {
    It 'says why while it waits, and shows each start with its own log' {
        Assert-Python
        $null = New-JobNetwork again -Tag role=job_worker -Job (New-JobDefinition flaky 'echo "try $JOBMGMT_ATTEMPT"; exit $((JOBMGMT_ATTEMPT < 3 ? 5 : 0))' -RetryCount 2 -RetryInterval 1s)
        $run = Start-JobNetwork again -PassThru | Wait-JobNetwork -Timeout 120s
        ($run | Get-JobRun).Attempts | Should -Be 3
        $attempts = $run | Get-JobRun -AllAttempts
        $attempts.Attempt | Should -Be 1, 2, 3
        $attempts.Status | Should -Be Failed, Failed, Succeeded
        $attempts.ExitCode | Should -Be 5, 5, 0
        ($attempts | Get-JobLog -Stream Stdout).Message | Should -Be 'try 1', 'try 2', 'try 3'
        ($attempts | Where-Object Attempt -eq 2 | Get-JobLog -Stream Stdout).Message | Should -Be 'try 2'
        ($attempts | Out-String -Width 120) | Should -Match 'flaky +Failed +#1'
    }

    It 'says that no worker is there for it' {
        Assert-Python
        $run = Start-JobNetwork slow -Tag role=nobody -PassThru
        $job = Wait-Until { $run | Get-JobRun -JobName Sleep | Where-Object Error }
        $run | Stop-JobNetwork
        $job.Error | Should -Be 'WorkerBusy'
        $job.Message | Should -Be 'No worker with the tags role=nobody is online.'
    }
}

Describe 'Several runs of a network' {
    It 'are not approved together unless all are meant' {
        $null = New-JobNetwork asks -Tag role=job_worker -Job (New-JobDefinition deploy true -Hold)
        $runs = 'a', 'b' | ForEach-Object { Start-JobNetwork asks -ExecutionName $_ -PassThru }
        $null = Wait-Until { @($runs | Get-JobRun -Status Held).Count -eq 2 }
        { Deny-JobRun asks -ErrorAction Stop } | Should -Throw "In 2 runs a job waits for approval: 'asks b', 'asks a'. None was answered for.*"
        ($runs | Get-JobRun -Status Held).Count | Should -Be 2
        foreach ($cmdlet in 'Deny-JobRun', 'Stop-JobNetwork', 'Restart-JobNetwork', 'Get-JobRun') {
            { $runs[0] | Select-Object NetworkName, ExecutionName | & $cmdlet -ErrorAction Stop } | Should -Throw "*of the run 'a' and does not tell its ExecutionArn*Get-JobNetworkRun <network> -ExecutionName <run>*"
        }
        ($runs[0] | Select-Object NetworkName, ExecutionArn | Get-JobRun).Status | Should -Be 'Held'
        Deny-JobRun asks a
        ($runs[0] | Wait-JobNetwork -Timeout 120s).Error | Should -Be 'JobDenied'
        Deny-JobRun asks
        ($runs[1] | Wait-JobNetwork -Timeout 120s).Error | Should -Be 'JobDenied'
        $more = 'c', 'd' | ForEach-Object { Start-JobNetwork asks -ExecutionName $_ -PassThru }
        $null = Wait-Until { @($more | Get-JobRun -Status Held).Count -eq 2 }
        Deny-JobRun asks *
        ($more | Wait-JobNetwork -Timeout 120s).Error | Should -Be 'JobDenied', 'JobDenied'
    }

    It 'tell what there is to look at in sentences, however it was written' -ForEach @(
        @{ Message = 'look'; Shown = 'look. Approve-JobRun or Deny-JobRun answers it.' }
        @{ Message = 'Is it right? '; Shown = 'Is it right? Approve-JobRun or Deny-JobRun answers it.' }
        @{ Message = '合計を確認。'; Shown = '合計を確認。 Approve-JobRun or Deny-JobRun answers it.' }
    ) {
        $null = New-JobNetwork reads -Force -Tag role=job_worker -Job (New-JobDefinition deploy true -Hold -HoldMessage $Message)
        $run = Start-JobNetwork reads -PassThru
        (Wait-Until { $run | Get-JobRun -Status Held }).Message | Should -Be $Shown
        $run | Stop-JobNetwork
    }

    It 'are answered for what waits in them, whatever job a status names' {
        Assert-Python
        $null = New-JobNetwork beside -Tag role=job_worker -Job (New-JobDefinition fails 'exit 1' -After @()), (New-JobDefinition deploy true -Hold -After @())
        Get-ErrorId { Get-JobNetworkStatus beside | Approve-JobRun } | Should -BeNullOrEmpty -Because 'it has no run'
        $run = Start-JobNetwork beside -PassThru
        $null = Wait-Until { $run | Get-JobRun -Status Failed }
        $null = Wait-Until { $run | Get-JobRun -Status Held }
        $status = Get-JobNetworkStatus beside
        $status.JobName | Should -Be 'fails'
        foreach ($empty in $null, '', @(), @('deploy', '')) {
            Get-ErrorId { $status | Approve-JobRun -JobName $empty } | Should -Be 'JobNameEmpty'
        }
        Get-ErrorId { $status | Approve-JobRun -JobName fails } | Should -Be 'JobNotHeld' -Because 'that was typed'
        Get-ErrorId { $run | Get-JobRun -JobName fails | Approve-JobRun } | Should -Be 'JobNotHeld' -Because 'that is one job'
        ($status | Approve-JobRun -PassThru).JobName | Should -Be 'deploy'
        $null = $run | Wait-JobNetwork -Timeout 120s
        Get-ErrorId { Get-JobNetworkStatus beside | Deny-JobRun } | Should -Be 'JobNotHeld'
        Get-ErrorId { Get-JobNetworkStatus nightly-b | Approve-JobRun } | Should -Be 'JobNotHeld' -Because 'nothing of a run that has ended waits'
    }

    It 'are shown by several statuses, and with all that is known of them where their number is' {
        (Get-JobNetworkRun asks -Status Failed, Aborted).Count | Should -Be 4
        Get-JobNetworkRun asks -Status Succeeded, Running | Should -BeNullOrEmpty
        (Get-JobNetworkRun asks -Last 2).Error | Should -Be 'JobDenied', 'JobDenied'
    }

    It 'are restarted once, however many of their jobs are piped' {
        Assert-Python
        $null = New-JobNetwork two -Tag role=job_worker -Job (New-JobDefinition a 'exit 1' -After @()), (New-JobDefinition b 'exit 1' -After @())
        $failed = Start-JobNetwork two -ExecutionName x -PassThru | Wait-JobNetwork -Timeout 120s | Get-JobRun -Status Failed
        $failed.Count | Should -Be 2
        ($failed | Restart-JobNetwork -PassThru -ErrorAction Stop).ExecutionName | Should -Be 'x-restart-1'
        $null = Wait-JobNetwork two -Timeout 120s
    }
}

Describe 'A network that is removed while it runs' {
    It 'is told as going, and can be made again when its runs have ended' {
        $null = New-JobNetwork going -Tag role=nobody -Job (New-JobDefinition a true -Hold) # it goes on until it is stopped
        $run = Start-JobNetwork going -PassThru
        Remove-JobNetwork going -Confirm:$false
        (Get-JobNetwork going).Deleting | Should -BeTrue
        (Get-JobNetwork asks).Deleting | Should -BeFalse
        (Get-JobNetwork asks, going | Out-String -Width 120) -split '\r?\n' | Where-Object { $_ -match '^going .* yes ' } | Should -HaveCount 1
        $shown = (Get-JobNetworkStatus asks, going | Out-String -Width 200) -split '\r?\n'
        $shown -match '^going .*being removed' | Should -HaveCount 1
        $shown -match '^asks .*being removed' | Should -HaveCount 0

        (Export-JobNetwork -WarningVariable said -WarningAction SilentlyContinue) -match '(?m)^Name: going' | Should -BeNullOrEmpty
        "$said" | Should -BeLike "*'going' is left out: it is being removed*Export-JobNetwork going*"
        Export-JobNetwork going -WarningVariable said -WarningAction SilentlyContinue | Should -Match '(?m)^Name: going'
        "$said" | Should -BeLike "*'going' is being removed*"
        { New-JobNetwork going -Force -Job (New-JobDefinition a false) -ErrorAction Stop } | Should -Throw "*'going' is being removed*Stop-JobNetwork 'going'*"
        { Start-JobNetwork going -ErrorAction Stop } | Should -Throw '*It goes when its runs have ended*'
        $run | Stop-JobNetwork
        $null = Wait-Until { (Get-JobNetwork).Name -notcontains 'going' }
        (New-JobNetwork going -Job (New-JobDefinition a false)).Deleting | Should -BeFalse
    }
}

Describe 'A session whose culture has another calendar' {
    BeforeAll {
        $year = (Get-Date).Year + 1
        $null = New-JobCalendar plant -TimeZone Asia/Tokyo -Closed "$year-05-05"
        $null = New-JobNetworkTrigger nightly-b daily -Cron '0 3 * * *' -TimeZone Asia/Tokyo -Calendar plant -WarningAction SilentlyContinue
        $null = New-JobNetworkTrigger nightly-b once -At 2031-05-06T03:00:00 -TimeZone Asia/Tokyo
        $null = Suspend-JobNetwork nightly-a -From 2031-05-05 -Until 2031-05-07
        $shown = @{
            runs      = @(Start-JobNetwork slow -PassThru; Get-JobNetworkRun nightly-*)
            status    = Get-JobNetworkStatus nightly-*
            jobs      = Get-JobRun nightly-b
            networks  = Get-JobNetwork
            triggers  = Get-JobNetworkTrigger
            forecast  = Get-JobForecast -Days 3
            calendars = Get-JobCalendar
            days      = Get-JobCalendarDate plant -From "$year-05-01" -To "$year-05-31"
            held      = (Get-JobNetworkStatus nightly-a).Suspension
            alerts    = Get-JobAlert
        }
        function Show-In([string] $Culture, [scriptblock] $Script) {
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = $Culture
                & $Script
            }
            finally {
                [cultureinfo]::CurrentCulture = $before
            }
        }
    }

    AfterAll {
        Stop-JobNetwork slow
    }

    It 'shows the years of ISO 8601 in the table of <_>' -ForEach 'runs', 'status', 'jobs', 'networks', 'triggers', 'forecast', 'calendars', 'days', 'held', 'alerts' {
        Assert-Python
        $name = $_
        $plain = Show-In en-US { $shown[$name] | Format-Table | Out-String -Width 300 }
        $plain | Should -Match '20\d\d-\d\d-\d\d'
        foreach ($culture in 'th-TH', 'ar-SA', 'fa-IR', 'fi-FI') {
            # Arabic writes a mark before a minus, for which the column makes room.
            (Show-In $culture { $shown[$name] | Format-Table | Out-String -Width 300 }) -replace '[\u061c\u200e]' -replace '\u2212', '-' -replace ' +', ' ' | Should -BeExactly ($plain -replace ' +', ' ') -Because $culture
        }
    }

    It 'shows them in the list of <_>' -ForEach 'runs', 'triggers', 'forecast' {
        Assert-Python
        $name = $_
        $plain = Show-In en-US { $shown[$name] | Format-List | Out-String -Width 300 }
        $plain | Should -Match '20\d\d-\d\d-\d\d'
        foreach ($culture in 'th-TH', 'ar-SA') {
            Show-In $culture { $shown[$name] | Format-List | Out-String -Width 300 } | Should -BeExactly $plain -Because $culture
        }
    }

    It 'tells them so' {
        Show-In th-TH { { Suspend-JobNetwork nightly-a -From ([datetime] '2031-05-05') -Until ([datetime] '2031-05-04') -ErrorAction Stop } | Should -Throw '*from 2031-05-05 00:00 until 2031-05-04 00:00 is none*' }
        Show-In th-TH { { Resume-JobNetwork nightly-b -On ([datetime] '2031-05-05') -ErrorAction Stop } | Should -Throw '*no suspension of exactly 2031-05-0* - 2031-05-0*' }
    }
}
