# Runs of networks whose jobs come after one another: what runs, what is skipped, what waits for somebody, and what runs again.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
}

AfterAll {
    Stop-TestRuntime
}

Describe 'A network whose jobs say what they come after' {
    BeforeAll {
        # The smallest order that no nesting of sequences and parallel branches can say: c after a; d after a and b.
        $order = @(
            New-JobDefinition a 'exit 0' -After @()
            New-JobDefinition b 'exit 0'
            New-JobDefinition c 'exit 0' -After a
            New-JobDefinition d 'exit 0' -After a, b
        )
        if ($HasPython) {
            $null = Register-JobWorker 'graph' -Tag @{ role = 'graph' }
        }
    }

    AfterAll {
        if ($HasPython) {
            Unregister-JobWorker 'graph' -Confirm:$false
        }
        Remove-JobNetwork graph, quick -Confirm:$false -ErrorAction Ignore
    }

    It 'is read back as it was given' {
        $network = New-JobNetwork graph -Job $order -Tag role=graph -FailFast
        $network.JobName | Should -Be 'a', 'b', 'c', 'd'
        $network.FailFast | Should -BeTrue
        $network.Job[3].After | Should -Be 'a', 'b'
        $network.Job[1].After | Should -BeNullOrEmpty
        New-JobNetwork graph -Job $network.Job -Tag role=graph -FailFast -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] } | Should -Match 'nothing was changed'
    }

    It 'names the circle, and the job that is not there' {
        $circle = (New-JobDefinition a true -After b), (New-JobDefinition b true -After c), (New-JobDefinition c true -After a)
        { New-JobNetwork x -Job $circle -ErrorAction Stop } | Should -Throw "*'a' after 'b' after 'c' after 'a'*"
        { New-JobNetwork x -Job (New-JobDefinition a true -After nobody) -ErrorAction Stop } | Should -Throw "*'nobody', which is no job of the network*"
    }

    It 'starts each job when its predecessors have ended, through a gate' {
        Assert-Python
        $null = New-JobNetwork graph -Job $order -Tag role=graph -Force
        $run = Start-JobNetwork graph -PassThru | Wait-JobNetwork -Timeout 120
        $run.Status | Should -Be 'Succeeded'
        $jobs = @{}
        $run | Get-JobRun | ForEach-Object { $jobs[$_.JobName] = $_ }
        $jobs.Values.Status | Should -Be 'Succeeded', 'Succeeded', 'Succeeded', 'Succeeded'
        $jobs['c'].StartTime | Should -BeGreaterOrEqual $jobs['a'].StopTime
        $jobs['d'].StartTime | Should -BeGreaterOrEqual $jobs['a'].StopTime
        $jobs['d'].StartTime | Should -BeGreaterOrEqual $jobs['b'].StopTime
    }

    It 'skips what comes after a failed job, runs the rest, and raises one alert for each failure' {
        Assert-Python
        $jobs = $order | ForEach-Object { if ($_.Name -in 'b', 'c') { New-JobDefinition $_.Name 'exit 3' -After @($_.After) } else { $_ } }
        $null = New-JobNetwork graph -Job $jobs -Tag role=graph -AlertChannel high -Force
        $run = Start-JobNetwork graph -PassThru | Wait-JobNetwork -Timeout 120
        $run.Status | Should -Be 'Failed'
        $run.Error | Should -Be 'JobsFailed'
        $cause = ConvertFrom-Json $run.Cause
        $cause.FailedJobs | Sort-Object | Should -Be 'b', 'c'
        $cause.SkippedJobs | Should -Be 'd'
        ($run | Get-JobRun | ForEach-Object { "$($_.JobName) $($_.Status)" }) | Should -Be 'a Succeeded', 'b Failed', 'c Failed', 'd Skipped'
        (Get-JobAlert -Channel high | Where-Object NetworkName -eq graph).JobName | Sort-Object | Should -Be 'b', 'c'
    }

    It 'runs what is for a failure on failure only, and a clean-up in any case' {
        Assert-Python
        $jobs = @(
            New-JobDefinition good 'exit 0' -After @()
            New-JobDefinition bad 'exit 5'
            New-JobDefinition notneeded 'exit 0' -After good -RunOn Failure
            New-JobDefinition needed 'exit 0' -After bad -RunOn Failure
            New-JobDefinition cleanup 'exit 0' -After good, bad -RunOn Always
        )
        (New-JobNetwork graph -Job $jobs -Tag role=graph -Force).Job.RunOn | Should -Be 'Success', 'Success', 'Failure', 'Failure', 'Always'
        $run = Start-JobNetwork graph -PassThru | Wait-JobNetwork -Timeout 120
        $run.Error | Should -Be 'ExecutionFailed'
        ($run | Get-JobRun | ForEach-Object { "$($_.JobName) $($_.Status)" }) |
            Should -Be 'good Succeeded', 'bad Failed', 'notneeded Skipped', 'needed Succeeded', 'cleanup Succeeded'
        { New-JobNetwork x -Job (New-JobDefinition a true -RunOn Always) -ErrorAction Stop } | Should -Throw '*comes after no job*'
    }

    It 'goes on behind a job whose failure is to be ignored, and sends its alert' {
        Assert-Python
        $jobs = (New-JobDefinition check 'exit 6' -After @() -ContinueOnFailure), (New-JobDefinition load 'exit 0' -After check)
        $network = New-JobNetwork graph -Job $jobs -Tag role=graph -AlertChannel low -FailFast -Force
        $network.Job.ContinueOnFailure | Should -Be $true, $false
        $run = Start-JobNetwork graph -PassThru | Wait-JobNetwork -Timeout 120
        $run.Status | Should -Be 'Succeeded'
        $check, $load = $run | Get-JobRun
        $check.Status, $check.Error, $check.ExitCode, $load.Status | Should -Be 'Ignored', 'ExecutionFailed', 6, 'Succeeded'
        (Get-JobAlert -Channel low | Where-Object NetworkName -eq graph).JobName | Should -Be 'check'
        Get-ErrorId { $run | Restart-JobNetwork } | Should -Be 'JobNetworkRunNothingToRestart'
        { New-JobNetwork x -Job (New-JobDefinition a true -ContinueOnFailure) -FailFast -ErrorAction Stop } | Should -Throw '*no failure ends the run*'
    }

    It 'ends a run that takes longer than -Timeout, with all that it started and one alert' {
        Assert-Python
        $jobs = (New-JobDefinition long 'exec sleep 6438' -After @()), (New-JobDefinition never 'exit 0' -After long)
        $network = New-JobNetwork late -Job $jobs -Tag role=graph -AlertChannel high -Timeout 3s
        $network.Timeout | Should -Be ([timespan] '00:00:03')
        $run = Start-JobNetwork late -PassThru | Wait-JobNetwork -Timeout 120
        $run.Status | Should -Be 'TimedOut'
        ($run | Get-JobRun).Status | Should -Be 'TimedOut', 'NotRun'
        $isLong = { (Get-Content "/proc/$($_.Id)/cmdline" -Raw -ErrorAction Ignore) -like '*6438*' }
        Get-Process sleep -ErrorAction Ignore | Where-Object $isLong | Wait-Process -Timeout 120 -ErrorAction Ignore
        Get-Process sleep -ErrorAction Ignore | Where-Object $isLong | Should -BeNullOrEmpty
        $patience = [Diagnostics.Stopwatch]::StartNew()
        do { # the rule that sends it follows the end of the run
            $alert = @(Get-JobAlert -Channel high | Where-Object NetworkName -eq late)
        } until ($alert -or $patience.Elapsed.TotalSeconds -gt 120)
        $alert.Error | Should -Be 'TIMED_OUT'
        Get-ErrorId { New-JobNetwork late -Job $jobs -Timeout 0s -Force } | Should -Be 'InvalidJobNetwork'
        Remove-JobNetwork late -Confirm:$false
    }

    Context 'A held job' {
        BeforeAll {
            $jobs = (New-JobDefinition deploy 'exit 0' -After @() -Hold -HoldTimeout 8h -HoldMessage 'Check the "totals" {% first %}. 合計'), (New-JobDefinition tell 'exit 0' -After deploy)
            $null = New-JobNetwork held -Job $jobs -Tag role=graph -AlertChannel low -Force

            # Waits until the job is held in a run.
            function Wait-Held($run) {
                $patience = [Diagnostics.Stopwatch]::StartNew()
                do {
                    $deploy = $run | Get-JobRun -JobName deploy
                } until ($deploy.Status -eq 'Held' -or $patience.Elapsed.TotalSeconds -gt 120)
                $deploy
            }
        }

        AfterAll {
            Remove-JobNetwork held -Confirm:$false -ErrorAction Ignore
        }

        It 'is told to the channel and waits, and runs when it is approved, once' {
            Assert-Python
            (Get-JobNetwork held).Job[0].HoldTimeout, (Get-JobNetwork held).Job[0].HoldMessage | Should -Be 28800, 'Check the "totals" {% first %}. 合計'
            $run = Start-JobNetwork held -PassThru
            (Wait-Held $run).Message | Should -Be 'Check the "totals" {% first %}. 合計. Approve-JobRun or Deny-JobRun answers it.'
            ($run | Get-JobRun).Status | Should -Be 'Held', 'Pending'
            $patience = [Diagnostics.Stopwatch]::StartNew()
            do {
                $told = $run | Get-JobAlert
            } until ($told -or $patience.Elapsed.TotalSeconds -gt 120)
            $told.Error, $told.JobName, $told.Channel, $told.Message | Should -Be 'JobHeld', 'deploy', 'low', 'Check the "totals" {% first %}. 合計'

            $run | Approve-JobRun -WhatIf
            Get-ErrorId { $run | Approve-JobRun -JobName tell } | Should -Be 'JobNotHeld'
            Get-ErrorId { $run | Approve-JobRun -JobName nobody } | Should -Be 'JobNotFound'
            ($run | Get-JobRun)[0].Status | Should -Be 'Held'
            Invoke-Expression "$($told.Next[1]) -Comment 'they are `"right`" ✓'"
            ($run | Wait-JobNetwork -Timeout 120).Status | Should -Be 'Succeeded'
            $deploy, $tell = $run | Get-JobRun
            $deploy.Status, $tell.Status, $deploy.ApprovedBy, $deploy.ApprovalComment | Should -Be 'Succeeded', 'Succeeded', ([Environment]::UserName), 'they are "right" ✓'
            $deploy.ApprovedTime | Should -BeGreaterThan $told.Time.AddMinutes(-1)
            $tell.ApprovedBy | Should -BeNullOrEmpty
            { $run | Deny-JobRun -JobName deploy -ErrorAction Stop } | Should -Throw "*was approved by $([Environment]::UserName) at * (they are *"
            Get-ErrorId { $run | Approve-JobRun } | Should -Be 'JobNotHeld'
        }

        It 'fails when it is denied, with an alert, and a restart asks again' {
            Assert-Python
            $run = Start-JobNetwork held -PassThru
            $null = Wait-Held $run
            (Deny-JobRun held -JobName dep* -Comment 'not today' -PassThru).JobName | Should -Be 'deploy'
            ($run | Wait-JobNetwork -Timeout 120).Error | Should -Be 'JobDenied'
            $deploy, $tell = $run | Get-JobRun
            $deploy.Status, $deploy.Attempts, $tell.Status | Should -Be 'Failed', 0, 'Skipped'
            $deploy.Message | Should -Be "Denied by $([Environment]::UserName): not today"
            ($run | Get-JobAlert).Error | Should -Contain 'JobDenied'

            $next = $run | Restart-JobNetwork -PassThru
            (Wait-Held $next).Status | Should -Be 'Held'
            $next | Stop-JobNetwork
            ($next | Get-JobRun).Status | Should -Be 'Aborted', 'NotRun'
            Get-ErrorId { Approve-JobRun -ExecutionArn $next.ExecutionArn } | Should -Be 'JobNotHeld'
            Get-ErrorId { Approve-JobRun held } | Should -Be 'JobNotHeld'
        }

        It 'is not held where it is skipped' {
            Assert-Python
            (Start-JobNetwork held -Skip deploy -PassThru | Wait-JobNetwork -Timeout 120).Status | Should -Be 'Succeeded'
        }
    }

    It 'ends at the first failure with -FailFast, and stops what runs beside it' {
        Assert-Python
        $mark = Join-Path $TestFolder 'beside'
        $jobs = (New-JobDefinition bad "until [ -e '$mark' ]; do sleep 0.05; done; exit 4" -After @()), (New-JobDefinition long "echo > '$mark'; exec sleep 6437")
        $null = New-JobNetwork quick -Job $jobs -Tag role=graph -FailFast
        $run = Start-JobNetwork quick -PassThru | Wait-JobNetwork -Timeout 120
        $run.Status | Should -Be 'Failed'
        $run.Error | Should -Be 'ExecutionFailed'
        $isBeside = { (Get-Content "/proc/$($_.Id)/cmdline" -Raw -ErrorAction Ignore) -like '*6437*' }
        Get-Process sleep -ErrorAction Ignore | Where-Object $isBeside | Wait-Process -Timeout 120 -ErrorAction Ignore
        Get-Process sleep -ErrorAction Ignore | Where-Object $isBeside | Should -BeNullOrEmpty
    }
}

Describe 'Restart-JobNetwork' {
    BeforeAll {
        # mend: fails until the file is there; each job tells that it ran.
        $mark = Join-Path $TestFolder 'mended'
        $told = Join-Path $TestFolder 'told'
        $jobs = @(
            New-JobDefinition first "echo first >> '$told'"
            New-JobDefinition mend "echo mend >> '$told'; test -e '$mark'" -After first
            New-JobDefinition beside "echo beside >> '$told'" -After first
            New-JobDefinition last "echo last >> '$told'" -After mend, beside
        )
        if ($HasPython) {
            $null = Register-JobWorker 'restart' -Tag @{ role = 'restart' }
            $null = New-JobNetwork again -Job $jobs -Force
            $run = Start-JobNetwork again -Tag role=restart -ExecutionName night -PassThru | Wait-JobNetwork -Timeout 120
        }
    }

    AfterAll {
        if ($HasPython) {
            Unregister-JobWorker 'restart' -Confirm:$false
            Remove-JobNetwork again -Confirm:$false -ErrorAction Ignore
        }
    }

    It 'says what it would run, and why it can''t' {
        Assert-Python
        $run.Status | Should -Be 'Failed'
        Restart-JobNetwork again -WhatIf
        (Get-JobNetworkRun again).Count | Should -Be 1
        Get-ErrorId { Restart-JobNetwork again -From nobody } | Should -Be 'JobNotFound'
        Get-ErrorId { Restart-JobNetwork again -Only first } | Should -Be 'JobNetworkRunNothingToRestart'
        Get-ErrorId { Restart-JobNetwork missing } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Restart-JobNetwork again missing } | Should -Be 'JobNetworkRunNotFound'
    }

    It 'runs the failed job and what comes after it, once, with the earlier run''s tags' {
        Assert-Python
        $null = New-Item $mark
        $next = $run | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120
        $next.ExecutionName | Should -Be 'night-restart-1'
        $next.Status | Should -Be 'Succeeded'
        $next.RestartOf | Should -Be $run.ExecutionArn
        Get-Content $told | Group-Object | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object | Should -Be 'beside 1', 'first 1', 'last 1', 'mend 2'
    }

    It 'shows the chain as one' {
        Assert-Python
        ($shown = Get-JobRun again).JobName | Should -Be 'first', 'mend', 'beside', 'last'
        $shown.Status | Should -Be 'Succeeded', 'Succeeded', 'Succeeded', 'Succeeded'
        $shown.ExecutionName | Should -Be 'night', 'night-restart-1', 'night', 'night-restart-1'
        $shown[0].Worker | Should -Be 'restart'
    }

    It 'continues a run once only' {
        Assert-Python
        Get-ErrorId { $run | Restart-JobNetwork } | Should -Be 'JobNetworkRunRestartedAlready'
        Get-ErrorId { $run | Restart-JobNetwork -WhatIf } | Should -Be 'JobNetworkRunRestartedAlready'
        Get-ErrorId { Restart-JobNetwork again } | Should -Be 'JobNetworkRunNothingToRestart'
    }

    It 'runs only the jobs named' {
        Assert-Python
        $third = Restart-JobNetwork again -From Start -Only beside -PassThru | Wait-JobNetwork -Timeout 120
        $third.ExecutionName | Should -Be 'night-restart-2'
        $third.Status | Should -Be 'Succeeded'
        (Get-Content $told | Where-Object { $_ -eq 'beside' }).Count | Should -Be 2
        (Get-Content $told | Where-Object { $_ -eq 'first' }).Count | Should -Be 1
    }

    It 'leaves jobs out of one run, and out of what continues it' {
        Assert-Python
        Remove-Item $mark
        $before = (Get-Content $told).Count
        Get-ErrorId { Start-JobNetwork again -Skip nobody } | Should -Be 'JobNotFound'
        $left = Start-JobNetwork again -Tag role=restart -Skip first, b* -ExecutionName skipping -PassThru | Wait-JobNetwork -Timeout 120
        $left.Status | Should -Be 'Failed'
        ($left | Get-JobRun).Status | Should -Be 'Skipped', 'Failed', 'Skipped', 'Skipped'
        (Get-Content $told | Select-Object -Skip $before) | Should -Be 'mend'
        $null = New-Item $mark
        $part = $left | Restart-JobNetwork -Only mend -PassThru | Wait-JobNetwork -Timeout 120
        $part.Status, $part.Error, $part.StatusReason | Should -Be 'Failed', 'JobsLeftOut', 'left to do: last; counted as done: first, beside'
        $next = $part | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120
        $next.Status, $next.StatusReason | Should -Be 'Succeeded', 'counted as done: first, beside'
        ($next | Get-JobRun).Status | Should -Be 'Skipped', 'Succeeded', 'Skipped', 'Succeeded'
        (Get-Content $told | Select-Object -Skip $before) | Should -Be 'mend', 'mend', 'last'
    }

    It 'goes on with the definition that the run had, while that is a version' {
        Assert-Python
        $null = New-JobNetwork changing -Job (New-JobDefinition old 'exit 1'), (New-JobDefinition tail true) -Tag role=restart
        $old = Start-JobNetwork changing -ExecutionName a -PassThru | Wait-JobNetwork -Timeout 120
        $old.Version | Should -BeNullOrEmpty
        $null = New-JobNetwork changing -Job (New-JobDefinition new true) -Tag role=restart -Force
        $null = New-JobNetwork changing -Job (New-JobDefinition new true) -Tag role=restart -Force # is so already: no version
        $next = $old | Restart-JobNetwork -Definition Original -PassThru | Wait-JobNetwork -Timeout 120
        $next.Status | Should -Be Failed
        $next.Version | Should -Be 1
        (Get-JobNetworkRun changing a-restart-1).Version | Should -Be 1
        ($next | Get-JobRun).JobName | Should -Be old, tail
        ($next | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120 | Get-JobRun).JobName | Should -Be new
        $null = New-JobNetwork changing -Job (New-JobDefinition newer true) -Tag role=restart -Force
        $third = Start-JobNetwork changing -ExecutionName b -PassThru | Wait-JobNetwork -Timeout 120
        ($third | Restart-JobNetwork -From Start -Definition Original -PassThru).Version | Should -BeNullOrEmpty # it is the current one

        # A network that is made anew has no versions of the old one.
        Wait-JobNetwork changing -Timeout 120
        Remove-JobNetwork changing -Confirm:$false
        $null = New-JobNetwork changing -Job (New-JobDefinition other true) -Tag role=restart
        Get-ErrorId { Restart-JobNetwork -ExecutionArn $next.ExecutionArn -Definition Original } | Should -Be 'JobNetworkDefinitionGone'
        Remove-JobNetwork changing -Confirm:$false
        Get-ErrorId { Restart-JobNetwork -ExecutionArn $next.ExecutionArn -Definition Original } | Should -Be 'JobNetworkNotFound'
    }

    It 'keeps the newest hundred deployments' {
        Assert-Python
        $null = New-JobNetwork often -Job (New-JobDefinition a 'exit 0') -Tag role=restart
        $first = Start-JobNetwork often -ExecutionName a -PassThru | Wait-JobNetwork -Timeout 120
        foreach ($number in 1..99) { $null = New-JobNetwork often -Job (New-JobDefinition a "exit $number") -Tag role=restart -Force }
        Restart-JobNetwork -ExecutionArn $first.ExecutionArn -From Start -Definition Original -WhatIf # the hundredth
        $null = New-JobNetwork often -Job (New-JobDefinition a 'exit 100') -Tag role=restart -Force
        Get-ErrorId { Restart-JobNetwork -ExecutionArn $first.ExecutionArn -From Start -Definition Original -WhatIf } | Should -Be 'JobNetworkDefinitionGone'
        Remove-JobNetwork often -Confirm:$false
    }

    It 'completes where to go on' {
        $line = 'Restart-JobNetwork again -From '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be (@('FailedJob', 'AfterFailedJob', 'Start') + (Get-JobNetwork again).JobName)
    }
}
