BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker worker1, worker2 -Tag @{ role = 'job_worker' }
    $mended = Join-Path $TestFolder 'mended'
    $count = Join-Path $TestFolder 'count'
    $null = New-JobNetwork leaf-load -Job @(
        New-JobDefinition extract "echo extracting; echo x >> '$count'"
        New-JobDefinition store "echo storing; test -e '$mended'"
        New-JobDefinition index 'echo indexing'
    )
    $null = New-JobNetwork load -Job (New-JobDefinition files -Network leaf-load -After @()), (New-JobDefinition 'to-day' 'echo day' -After files -RunOn Always)
    $null = New-JobNetwork night -AlertChannel low -Tag role=job_worker -Job @(
        New-JobDefinition get 'echo got' -After @()
        New-JobDefinition load -Network load -After get
        New-JobDefinition tell 'echo told' -After load
    )

    # What a failed run of networks in networks looks like is asked by many tests: it runs once.
    if ($HasPython) {
        $failed = Start-JobNetwork night -ExecutionName first -PassThru | Wait-JobNetwork -Timeout 120s
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'A job that is a network' {
    It 'has nothing that only a command has' {
        Get-ErrorId { New-JobDefinition a -Network load -Command true } | Should -Be 'AmbiguousParameterSet'
        Get-ErrorId { New-JobDefinition a -Network load -WorkingDirectory /tmp } | Should -Be 'AmbiguousParameterSet'
        Get-ErrorId { New-JobDefinition a -Network 'a b' } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobNetwork self (New-JobDefinition a -Network self) } | Should -Be 'InvalidJobNetwork'
    }

    It 'is deployed after its network, and in no circle' {
        { New-JobNetwork early (New-JobDefinition a -Network late) -ErrorAction Stop } | Should -Throw "*'a' is the job network 'late', which is not there. Deploy that one first.*"
        { New-JobNetwork leaf-load (New-JobDefinition a -Network night) -Force -ErrorAction Stop } |
            Should -Throw "*'leaf-load' starts 'night' starts 'load' starts 'leaf-load'*"
        (Get-JobNetwork night).Network | Should -Be 'load'
    }

    It 'keeps its network from being removed without the one that it is a job of' {
        { Remove-JobNetwork load -Confirm:$false -ErrorAction Stop } | Should -Throw "*it is a job of 'night'*"
        $null = New-JobNetwork under (New-JobDefinition a true)
        $null = New-JobNetwork over (New-JobDefinition a -Network under)
        Remove-JobNetwork under, over -Confirm:$false
        Get-JobNetwork | ForEach-Object Name | Should -Not -Contain under
        $null = New-JobNetwork under (New-JobDefinition a true)
        $null = New-JobNetwork over (New-JobDefinition a -Network under)
        Remove-JobNetwork under -Force -Confirm:$false
        Get-JobNetwork | ForEach-Object Name | Should -Not -Contain under
        Remove-JobNetwork over -Confirm:$false
    }
}

Describe 'A failed run of networks in networks' {
    BeforeEach {
        Assert-Python
    }

    It 'fails with the leaf named by its path, and stops only what comes after it' {
        $failed.Status | Should -Be 'Failed'
        $failed.Error | Should -Be 'JobNetworkFailed'
        ($failed.Cause | ConvertFrom-Json).Message | Should -Be "The network 'load' ended as FAILED; of its jobs failed: files/store."
        ($failed | Get-JobRun | ForEach-Object { "$($_.JobName) $($_.Status) $($_.Network)" }) | Should -Be 'get Succeeded ', 'load Failed load', 'tell Skipped '
    }

    It 'shows its leaves with -Recurse' {
        ($failed | Get-JobRun -Recurse | ForEach-Object { "$($_.Path) $($_.Status)" }) | Should -Be @(
            'get Succeeded', 'load Failed', 'load/files Failed', 'load/files/extract Succeeded', 'load/files/store Failed', 'load/files/index Skipped', 'load/to-day Succeeded', 'tell Skipped')
        $leaf = $failed | Get-JobRun -Recurse -JobName load/files/store
        $leaf.JobName | Should -Be store
        $leaf.NetworkName | Should -Be leaf-load
        $leaf.ExitCode | Should -Be 1
        ($failed | Get-JobRun -Recurse -JobName load/files | ForEach-Object Path) | Should -HaveCount 4
        Get-ErrorId { $failed | Get-JobRun -Recurse -JobName load/none } | Should -Be 'JobNotFound'
        ($failed | Get-JobRun -JobName load/f*/s*, get | ForEach-Object Path) | Should -Be 'get', 'load/files/store'
        { $failed | Get-JobRun -JobName load/none -ErrorAction Stop } | Should -Throw "*the run of 'night first'*"
        { $failed | Approve-JobRun -JobName load/files/store -ErrorAction Stop } | Should -Throw "The job 'load/files/store' of the run 'night first' does not wait*"
    }

    It 'raises one alert, of the leaf, in its network''s channel' {
        $alerts = @(Get-JobAlert)
        ($alerts | ForEach-Object { "$($_.NetworkName) $($_.JobName) $($_.Channel)" }) | Should -Be 'leaf-load store high'
    }

    It 'gives the leaves'' logs' {
        "$($failed | Get-JobRun | Where-Object Status -eq Failed | Get-JobLog -Stream Stdout)" | Should -Be 'storing'
        "$($failed | Get-JobRun -Recurse | Get-JobLog -Stream Stdout)" | Should -BeExactly 'got storing extracting day'
        "$(Get-JobLog night load/files/extract)" | Should -Be 'extracting'
        (Get-JobLog night load/* -Stream Stdout | ForEach-Object JobName) | Should -Be 'load/files/extract', 'load/files/store', 'load/to-day'
    }

    It 'is known by its parent, and the network that it is at by its path' {
        $child = Get-JobNetworkRun load -Last 1 | Get-JobNetworkRun
        $child.ParentExecution | Should -Be $failed.ExecutionArn
        $child.ExecutionName | Should -Match '^first-job-2-1-[0-9a-f]{16}$'
        $failed.ParentExecution | Should -BeNullOrEmpty
        (Get-JobNetworkStatus night).JobName | Should -Be 'load/files/store'
    }
}

Describe 'A run of networks in networks that is stopped' {
    BeforeAll {
        $slowPid = Join-Path $TestFolder 'slow.pid'
        $fail = Join-Path $TestFolder 'fail'
        $null = New-JobNetwork slow -Job (New-JobDefinition sleep "echo `$`$ > '$slowPid'; exec sleep 600") -Tag role=job_worker
        $null = New-JobNetwork over -Job (New-JobDefinition slow -Network slow)
        $null = New-JobNetwork fast -FailFast -Tag role=job_worker -Job @(
            New-JobDefinition over -Network over -After @()
            New-JobDefinition bad "while ! test -e '$fail'; do sleep 0.1; done; false" -After @()
        )

        # The process of the job, once it runs.
        function Get-SlowProcess {
            $patience = [Diagnostics.Stopwatch]::StartNew()
            do {
                $running = Get-JobNetworkRun slow -Status Running | Get-JobRun
            } until (($running -and (Test-Path $slowPid) -and (Get-Content $slowPid)) -or $patience.Elapsed.TotalSeconds -gt 120)
            Get-Process -Id (Get-Content $slowPid)
        }
    }

    BeforeEach {
        Assert-Python
        Remove-Item $slowPid -ErrorAction Ignore
    }

    It 'ends down to the command, by Stop-JobNetwork' {
        $run = Start-JobNetwork over -PassThru
        $process = Get-SlowProcess
        $run | Stop-JobNetwork
        $process.WaitForExit(120000) | Should -BeTrue
        ($run | Get-JobRun -Recurse | ForEach-Object { "$($_.Path) $($_.Status)" }) | Should -Be 'slow Aborted', 'slow/sleep Aborted'
    }

    It 'ends down to the command, with -FailFast' {
        $run = Start-JobNetwork fast -PassThru
        $process = Get-SlowProcess
        $null = New-Item $fail
        ($run | Wait-JobNetwork -Timeout 120s).Error | Should -Be 'ExecutionFailed'
        $process.WaitForExit(120000) | Should -BeTrue
        $child = Get-JobNetworkRun slow -Last 1
        $child.Status, $child.StatusReason | Should -Be 'Aborted', "stopped with the run that it is a job of, 'over $((Get-JobNetworkRun over -Last 1).ExecutionName)'"
    }

    It 'ends as failed where the network in it is stopped, and says so' {
        $run = Start-JobNetwork over -PassThru
        $null = Get-SlowProcess
        Get-JobNetworkRun slow -Status Running | Stop-JobNetwork
        $run = $run | Wait-JobNetwork -Timeout 120s
        $run.Error | Should -Be 'JobNetworkFailed'
        ($run.Cause | ConvertFrom-Json).Status | Should -Be 'ABORTED'
        ($run | Get-JobRun).Status | Should -Be 'Aborted'
        Get-JobAlert -NetworkName over -ErrorAction Ignore | ForEach-Object JobName | Should -Contain slow
    }
}

Describe 'A run in a run that has been continued' {
    BeforeAll {
        $file = Join-Path $TestFolder 'leaf-mended'
        $null = New-JobNetwork leaf-of -Tag role=job_worker -Job (New-JobDefinition l "test -e '$file' || exit 5")
        $null = New-JobNetwork mid-of -Job (New-JobDefinition m -Network leaf-of)
        $null = New-JobNetwork top-of -Job (New-JobDefinition t -Network mid-of)
    }

    It 'is not continued a second time, by whoever comes from below' {
        Assert-Python
        $run = Start-JobNetwork top-of -PassThru | Wait-JobNetwork -Timeout 120s
        $leaf = Get-JobNetworkRun leaf-of -Last 1
        $failed = $run | Get-JobRun -Recurse -Status Failed
        $failed.Path | Should -Be 't', 't/m', 't/m/l'
        $restarted = $failed | Restart-JobNetwork -PassThru -ErrorAction Stop
        $restarted.NetworkName | Should -Be 'top-of' -Because 'it goes down to the leaf'
        { $leaf | Restart-JobNetwork -ErrorAction Stop } | Should -Throw "*is a job of 'top-of *', which has been continued already*"
        $null = $restarted | Wait-JobNetwork -Timeout 120s
        @(Get-JobNetworkRun leaf-of).Count | Should -Be 2
        $null = New-Item $file
        ($restarted | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
    }

    It 'closes the run above where it was continued by itself' {
        Assert-Python
        Remove-Item $file
        $run = Start-JobNetwork top-of -PassThru | Wait-JobNetwork -Timeout 120s
        $null = New-Item $file
        (Get-JobNetworkRun mid-of -Last 1 | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        $closed = $run | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s
        $closed.Status | Should -Be 'Succeeded'
        ($closed | Get-JobRun).Status | Should -Be 'Succeeded'
        Get-ErrorId { $closed | Restart-JobNetwork } | Should -Be 'JobNetworkRunNothingToRestart'
    }
}

Describe 'A network that is a job of others' {
    It 'warns of those that it does not fit any more, when it is deployed and when it is imported' {
        $null = New-JobNetwork part -Parameter @{ day = $null } -Job (New-JobDefinition a true)
        $null = New-JobNetwork whole -Job (New-JobDefinition p -Network part -Parameter @{ day = '1' })
        $null = New-JobNetwork part -Parameter @{ day = $null } -Job (New-JobDefinition a false) -Force -WarningVariable none
        $none | Should -BeNullOrEmpty
        $null = New-JobNetwork part -Parameter @{ date = $null } -Job (New-JobDefinition a true) -Force -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'whole' does not fit any more: job 'p' (Jobs*.Parameter): The network 'part' has no parameter 'day'. It has 'date'.*"
        $folder = Join-Path $TestFolder 'part'
        Export-JobNetwork part -Path $folder
        (Get-Content $folder/part.jobnetwork.yaml -Raw) -replace 'date', 'time' | Set-Content $folder/part.jobnetwork.yaml -NoNewline
        $null = Import-JobNetwork $folder -WhatIf -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'whole' does not fit any more*It has 'time'.*"
    }
}

Describe 'Files of networks whose jobs are networks' {
    BeforeAll {
        $folder = Join-Path $TestFolder 'files'
        $null = New-Item -ItemType Directory $folder
        $outer = "Name: a-outer`nTag:`n  role: job_worker`nJobs:`n  - Name: in`n    Network: z-inner`n    Parameter:`n      day: today`n"
        $inner = "Name: z-inner`nParameter:`n  day: today`nJobs:`n  - Name: x`n    Command: 'true'`n"
        Set-Content (Join-Path $folder 'a-outer.jobnetwork.yaml') $outer
    }

    It 'need the inner one in a file or on the target' {
        { Import-JobNetwork $folder -ErrorAction Stop } | Should -Throw "*a-outer.jobnetwork.yaml: Its job 'in' is the job network 'z-inner', which is not there. Deploy that one first.*"
    }

    It 'have to fit each other: the parameters, and the locks' {
        Set-Content (Join-Path $folder 'z-inner.jobnetwork.yaml') ($inner -replace 'day', 'date')
        { Import-JobNetwork $folder -WhatIf -ErrorAction Stop } | Should -Throw "*a-outer.jobnetwork.yaml:8:7: job 'in' (Jobs*.Parameter): The network 'z-inner' has no parameter 'day'. It has 'date'.*"
        $found = Test-JobNetwork (Join-Path $folder '*.yaml')
        "$($found.Code) $($found.NetworkName) $($found.State) $($found.Line)" | Should -Be 'NESTED_PARAMETER a-outer in 5'
        $null = New-JobNetwork locks (New-JobDefinition x true -Lock M)
        { New-JobNetwork waits (New-JobDefinition in -Network locks -Lock M) -ErrorAction Stop } | Should -Throw "*'waits' was not deployed. job 'in' (Jobs*.Lock): *in which the job 'x' waits for the same lock*"
        { New-JobNetwork waits (New-JobDefinition in -Network locks -Parameter @{ nix = '1' }) -ErrorAction Stop } | Should -Throw "*The network 'locks' has no parameter 'nix'. It has none.*"
        Remove-JobNetwork locks -Confirm:$false
    }

    It 'are deployed inner one first, and come back as they were' {
        Set-Content (Join-Path $folder 'z-inner.jobnetwork.yaml') $inner
        (Import-JobNetwork $folder | ForEach-Object Name) | Should -Be 'z-inner', 'a-outer'
        (Import-JobNetwork $folder | ForEach-Object Action) | Should -Be 'Same', 'Same'
        $out = Join-Path $TestFolder 'out'
        $null = Export-JobNetwork a-outer -Path $out
        Get-Content (Join-Path $out 'a-outer.jobnetwork.yaml') -Raw | Should -Match ([regex]::Escape($outer.TrimEnd()))
    }

    It 'tell a circle by its names, and keep the inner one' {
        Set-Content (Join-Path $folder 'z-inner.jobnetwork.yaml') ($inner + "  - Name: back`n    Network: a-outer`n")
        { Import-JobNetwork $folder -ErrorAction Stop } | Should -Throw "*in a circle*'z-inner'*"
        Remove-Item (Join-Path $folder 'z-inner.jobnetwork.yaml')
        { Import-JobNetwork $folder -Prune -WhatIf -ErrorAction Stop } | Should -Throw "*'z-inner', which no file has, so that -Prune would remove it*"
    }

    It 'have to say what a job is' {
        Set-Content (Join-Path $folder 'a-outer.jobnetwork.yaml') ($outer -replace '    Network: z-inner', '    Description: nothing')
        { Import-JobNetwork $folder -ErrorAction Stop } | Should -Throw '*Command is missing.*Or Network.*'
    }
}

Describe 'A failed run of networks in networks that is continued' {
    BeforeEach {
        Assert-Python
    }

    It 'says which leaves it would run, and which path leads nowhere' {
        Get-ErrorId { $failed | Restart-JobNetwork -From load/files/none } | Should -Be 'JobNotFound'
        Get-ErrorId { $failed | Restart-JobNetwork -From get/x } | Should -Be 'JobNotFound'
        $failed | Restart-JobNetwork -From load/files/index -WhatIf
        Get-JobNetworkRun night first-restart-1 -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'goes on from the failed leaf, and runs nothing twice' {
        $null = New-Item $mended
        Get-Content $count | Should -HaveCount 1
        $again = $failed | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s
        $again.Status | Should -Be 'Succeeded'
        Get-Content $count | Should -HaveCount 1
        $jobs = $again | Get-JobRun -Recurse
        ($jobs | ForEach-Object { "$($_.Path) $($_.Status)" }) | Should -Be @(
            'get Succeeded', 'load Succeeded', 'load/files Succeeded', 'load/files/extract Succeeded', 'load/files/store Succeeded', 'load/files/index Succeeded', 'load/to-day Succeeded', 'tell Succeeded')
        ($jobs | Where-Object Path -eq load/files/extract).ExecutionArn | Should -Be ($failed | Get-JobRun -Recurse -JobName load/files/extract).ExecutionArn
        ($again | Get-JobRun -Recurse | Get-JobLog -Stream Stdout | ForEach-Object Message) | Should -Contain 'extracting'
        Remove-Item $mended
    }

    It 'takes over what was done in a network that was continued by itself' {
        $run = Start-JobNetwork night -ExecutionName second -PassThru | Wait-JobNetwork -Timeout 120s
        $leaf = Get-JobNetworkRun leaf-load -ExecutionName ($run | Get-JobRun -Recurse -JobName load/files/store).ExecutionName
        $null = New-Item $mended
        $mendedLeaf = $leaf | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s
        $mendedLeaf.Status | Should -Be 'Succeeded'
        $mendedLeaf.ParentExecution | Should -BeNullOrEmpty
        Remove-Item $mended
        $again = $run | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s
        $again.Status | Should -Be 'Succeeded' -Because 'store, which would fail again, was not run again'
        Get-Content $count | Should -HaveCount 2
        ($again | Get-JobRun -Recurse).Status | Should -Be (@('Succeeded') * 8)
        ($again | Get-JobRun -Recurse -JobName load/files/store).ExecutionName | Should -Be $mendedLeaf.ExecutionName
    }
}

Describe 'A network of networks, simulated' {
    It 'takes each of them as one job' {
        $network = Get-JobNetwork night
        ($network | Invoke-JobNetwork).Status | Should -Be 'Succeeded'
        $run = $network | Invoke-JobNetwork -Mock @{ load = 3 }
        $run.Error | Should -Be 'JobNetworkFailed'
        $run.Alert.JobName | Should -Be 'load'
        $network | Test-JobNetwork -Recovery | Should -BeNullOrEmpty
        $cost = $network | Measure-JobNetwork -WarningVariable warned -WarningAction SilentlyContinue
        $cost.Count | Should -Be 2
        "$warned" | Should -Match "What the network 'load' takes is not in this"
    }
}

Describe 'Definitions of networks whose jobs are networks' {
    It 'are found to be in a circle when they are checked together' {
        $jobs = @{ a = 'b'; b = 'c'; c = 'a' }
        $files = foreach ($name in $jobs.Keys) {
            $file = Join-Path $TestFolder "$name.asl.json"
            $state = @{ Type = 'Task'; Resource = 'arn:aws:states:::states:startExecution.sync:2'; Parameters = @{ StateMachineArn = "arn:aws:states:eu-west-1:123456789012:stateMachine:JobNetwork-$($jobs[$name])" }; End = $true }
            Set-Content $file (@{ StartAt = 'x'; States = @{ x = $state } } | ConvertTo-Json -Depth 5)
            $file
        }
        $found = Test-JobNetwork $files | Where-Object Code -eq NESTED_CIRCLE
        $found.Message | Should -Match "'a' starts 'b' starts 'c' starts 'a'|'b' starts 'c' starts 'a' starts 'b'|'c' starts 'a' starts 'b' starts 'c'"
        Test-JobNetwork $files -Quiet | Should -BeFalse
        Test-JobNetwork $files[0] -Quiet | Should -BeTrue
    }
}
