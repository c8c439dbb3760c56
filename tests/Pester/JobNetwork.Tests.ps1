BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
}

AfterAll {
    Stop-TestRuntime
}

Describe 'New-JobDefinition' {
    It 'takes name and command by position' {
        $job = New-JobDefinition Load './load.sh', './check.sh'
        $job.Name | Should -Be 'Load'
        $job.Command | Should -Be './load.sh', './check.sh'
        $job.ExecutionTimeout | Should -Be 3600
    }

    It 'takes the timeout as <Text>' -ForEach @(
        @{ Text = 90; Seconds = 90 }
        @{ Text = '90'; Seconds = 90 }
        @{ Text = '90s'; Seconds = 90 }
        @{ Text = '15m'; Seconds = 900 }
        @{ Text = '1h30m'; Seconds = 5400 }
        @{ Text = '1.5h'; Seconds = 5400 }
        @{ Text = '2d'; Seconds = 172800 }
        @{ Text = '00:15:00'; Seconds = 900 }
        @{ Text = [timespan]::FromMinutes(2); Seconds = 120 }
    ) {
        (New-JobDefinition a true -ExecutionTimeout $Text).ExecutionTimeout | Should -Be $Seconds
    }

    It 'refuses the timeout <Text>' -ForEach @(
        @{ Text = 'soon'; Id = 'ParameterArgumentTransformationError' }
        @{ Text = '5x'; Id = 'ParameterArgumentTransformationError' }
        @{ Text = '1h30'; Id = 'ParameterArgumentTransformationError' }
        @{ Text = 4; Id = 'InvalidJobDefinition' }
        @{ Text = '3d'; Id = 'InvalidJobDefinition' }
    ) {
        Get-ErrorId { New-JobDefinition a true -ExecutionTimeout $Text } | Should -Be $Id
    }

    It 'reads rows, such as those of a CSV file' {
        $jobs = 'Name,Command,ExecutionTimeout', 'a,echo 1,60', 'b,echo 2,2m' | ConvertFrom-Csv | New-JobDefinition
        $jobs.Name | Should -Be 'a', 'b'
        $jobs.ExecutionTimeout | Should -Be 60, 120
        $jobs = 'Name,Command,After', 'a,true,', 'b,true,a' | ConvertFrom-Csv | New-JobDefinition
        $jobs[0].After.Count | Should -Be 0
        $jobs[1].After | Should -Be 'a'
        (New-JobDefinition a true).After | Should -Be $null
    }

    It 'keeps tags, retries, directory and description' {
        $job = New-JobDefinition a true -Tag role=x -RetryCount 2 -RetryInterval 10s -WorkingDirectory /tmp -Description 'why'
        $job.Tag['role'] | Should -Be 'x'
        $job.Retry.MaxAttempts | Should -Be 2
        $job.Retry.Interval | Should -Be 10
        $job.WorkingDirectory | Should -Be '/tmp'
        $job.Description | Should -Be 'why'
    }

    It 'takes retry policies, or the short form' {
        $patient = New-JobRetryPolicy WorkerBusy, Temporary -MaxAttempts 5 -Interval 1m -MaxDelay 10m -Jitter
        $job = New-JobDefinition a true -Retry $patient, (New-JobRetryPolicy -BackoffRate 1.5)
        $job.Retry.ErrorName | Should -Be 'WorkerBusy', 'Temporary', 'ExecutionFailed'
        $job.Retry[0].MaxDelay, $job.Retry[0].Jitter, $job.Retry[1].MaxAttempts, $job.Retry[1].Interval, $job.Retry[1].BackoffRate | Should -Be 600, $true, 1, 60, 1.5
        Get-ErrorId { New-JobDefinition a true -Retry $patient -RetryCount 2 } | Should -Be 'JobRetryGivenTwice'
        Get-ErrorId { New-JobDefinition a true -Retry $patient, $patient } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobRetryPolicy States.Timeout } | Should -Be 'InvalidJobRetryPolicy'
        Get-ErrorId { New-JobRetryPolicy -MaxDelay 1s } | Should -Be 'InvalidJobRetryPolicy'
    }

    It 'names the fault of a bad definition' {
        Get-ErrorId { New-JobDefinition a '  ' } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobDefinition a true -WorkingDirectory relative } | Should -Be 'InvalidJobDefinition'
    }
}

Describe 'New-JobNetwork' {
    BeforeAll {
        $jobs = (New-JobDefinition 'Job 1' true), (New-JobDefinition 'Job 2' false)
    }

    It 'creates nothing with -WhatIf' {
        New-JobNetwork one -Job $jobs -WhatIf
        Get-JobNetwork | Should -BeNullOrEmpty
    }

    It 'creates, from an argument and from the pipeline, in order' {
        $network = New-JobNetwork one -Job $jobs -AlertChannel high -Tag @{ role = 'a' } -Description 'first'
        $network.JobName | Should -Be 'Job 1', 'Job 2'
        $network.AlertChannel | Should -Be 'high'
        $network.WorkerTag['role'] | Should -Be 'a'
        $network.Description | Should -Be 'first'
        $network.Managed | Should -BeTrue
        ($jobs | New-JobNetwork two).JobName | Should -Be 'Job 1', 'Job 2'
    }

    It 'deploys no network of which a job is missing: <Case>' -ForEach @(
        @{ Case = 'nothing came'; Get = { $null } }
        @{ Case = 'something else came'; Get = { [pscustomobject] @{ Name = 'lost' } } }
        @{ Case = 'the job is from another session'; Get = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((New-JobDefinition lost true))) } }
    ) {
        Get-ErrorId { @((New-JobDefinition a true), (& $Get), (New-JobDefinition b true)) | New-JobNetwork gap } | Should -Be JobNotUsable
        Get-ErrorId { New-JobNetwork gap -Job (New-JobDefinition a true), (& $Get) } | Should -Not -BeNullOrEmpty
        Get-JobNetwork gap* | Should -BeNullOrEmpty
        if ($Case -ne 'something else came') {
            $answer = try { @((New-JobDefinition a true), (& $Get)) | Test-JobNetwork -Quiet -ErrorAction SilentlyContinue } catch { $false }
            $answer | Should -BeFalse
        }
    }

    It 'leaves one that is the same alone, and says so' {
        New-JobNetwork two -Job $jobs -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] } | Should -Match 'nothing was changed'
    }

    It 'replaces one that differs only with -Force' {
        Get-ErrorId { New-JobNetwork two -Job $jobs[0] } | Should -Be 'JobNetworkExists'
        New-JobNetwork two -Job $jobs[0] -WhatIf
        (Get-JobNetwork two).JobName | Should -Be 'Job 1', 'Job 2'
        (New-JobNetwork two -Job $jobs[0] -Force).JobName | Should -Be 'Job 1'
    }

    It 'refuses a channel that the stack does not have, bad names and twins' {
        Get-ErrorId { New-JobNetwork three -Job $jobs -AlertChannel nowhere } | Should -Be 'JobAlertChannelUnknown'
        Get-ErrorId { New-JobNetwork 'a b' -Job $jobs } | Should -Be 'InvalidJobNetwork'
        Get-ErrorId { New-JobNetwork 'a/b' -Job $jobs } | Should -Be 'InvalidJobNetwork'
        Get-ErrorId { New-JobNetwork three -Job $jobs[0], $jobs[0] } | Should -Be 'InvalidJobNetwork'
    }
}

Describe 'Get- and Remove-JobNetwork' {
    It 'finds by name, pattern, pipe and object' {
        (Get-JobNetwork one).Name | Should -Be 'one'
        (Get-JobNetwork o*, t*).Name | Should -Be 'one', 'two'
        ('one', 'two' | Get-JobNetwork).Name | Should -Be 'one', 'two'
        (Get-JobNetwork one | Get-JobNetwork).Name | Should -Be 'one'
        Get-JobNetwork x* | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobNetwork missing } | Should -Be 'JobNetworkNotFound'
    }

    It 'says how a bracket is written where a pattern has one that is not closed' {
        foreach ($call in { Get-JobNetwork '[o' }, { Get-JobNetwork one, '[o' }, { Remove-JobNetwork '[o' -Confirm:$false }, { Get-JobWorker '[o' }, { Get-JobAlert '[o' }, { Get-JobNetworkTrigger '[o' }) {
            $failure = $(try { & $call 2>&1 } catch { $_ }) | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
            @($failure).Count | Should -Be 1 -Because "$call"
            $failure.FullyQualifiedErrorId | Should -BeLike 'NamePatternInvalid,*'
            $failure.CategoryInfo.Category, $failure.TargetObject | Should -Be 'InvalidArgument', '[o'
            "$failure".Contains("'``[o'") | Should -BeTrue -Because "$failure"
        }
        (Get-JobNetwork '`[o' -ErrorAction Continue 2>&1).TargetObject | Should -Be '[o' -Because 'a bracket with a backtick is one of the name'
        (Get-JobNetwork '[o]ne').Name | Should -Be 'one'
        "$(try { Get-JobNetwork '`[a[b*' 2>&1 } catch { $_ })".Contains("'``[a``[b*'") | Should -BeTrue -Because 'what is escaped stays so'
    }

    It 'pipes into Test-JobNetwork, which finds nothing' {
        Get-JobNetwork | Test-JobNetwork -ShellSyntax | Should -BeNullOrEmpty
        Get-JobNetwork | Test-JobNetwork -Quiet | Should -BeTrue
    }

    It 'shows one that never ran in the status' {
        $status = Get-JobNetworkStatus one
        $status.NetworkName | Should -Be 'one'
        $status.Status | Should -BeNullOrEmpty
        (Get-JobNetworkStatus).NetworkName | Should -Be 'one', 'two'
        Get-ErrorId { Get-JobNetworkStatus missing } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Get-JobLog one } | Should -Be 'JobNetworkNeverRan'
    }

    It 'reads a network that was written by hand, and touches it in no way' {
        if (-not (Get-Command aws -CommandType Application -ErrorAction SilentlyContinue)) {
            Set-ItResult -Skipped -Because 'the AWS CLI, which makes such a network here, is not installed'
        }
        $data = (Get-JobMgmtConnection).DataPath
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $data 'credentials'
        $env:AWS_CONFIG_FILE = Join-Path $data 'config'
        try {
            $machine = ConvertFrom-Json (Get-JobNetwork one).Definition -AsHashtable
            $machine.Comment = 'by hand'
            $file = Join-Path $data 'definition.json'
            ConvertTo-Json $machine -Depth 50 | Set-Content $file
            aws stepfunctions create-state-machine --name JobNetwork-byhand --role-arn arn:aws:iam::000000000000:role/mine --definition "file://$file" | Out-Null
            ConvertTo-Json -Depth 9 @{ StartAt = 'Load'; States = @{ Load = @{
                        Type = 'Task'; Resource = 'arn:aws:states:::states:startExecution.waitForTaskToken'; End = $true; Parameters = @{
                            StateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:RunJob'; Input = @{ 'TaskToken.$' = '$$.Task.Token'; 'Tags.$' = '$'; Commands = @('true') } } } } } | Set-Content $file
            aws stepfunctions create-state-machine --name JobNetwork-article --role-arn arn:aws:iam::000000000000:role/mine --definition "file://$file" | Out-Null
        }
        finally {
            Remove-Item Env:AWS_SHARED_CREDENTIALS_FILE, Env:AWS_CONFIG_FILE
        }
        $network = Get-JobNetwork byhand
        $network.Managed | Should -BeFalse
        $network.JobName | Should -Be 'Job 1', 'Job 2'
        Get-ErrorId { Remove-JobNetwork byhand -Confirm:$false } | Should -Be 'JobNetworkForeign'
        Get-ErrorId { New-JobNetwork byhand -Job (New-JobDefinition a true) -Force } | Should -Be 'JobNetworkForeign'
        (Get-JobNetwork byhand).Description | Should -Be 'by hand'

        $failed = Start-JobNetwork article -PassThru | Wait-JobNetwork -Timeout 120s
        $failed.Status | Should -Be 'Failed' -Because 'it has no worker tag'
        Get-ErrorId { $failed | Restart-JobNetwork } | Should -Be 'JobNetworkCannotContinue'
        $again = $failed | Restart-JobNetwork -From Start -Tag role=nobody -PassThru
        $again.ExecutionName, $again.ExecutionInput | Should -Be "$($failed.ExecutionName)-restart-1", '{"role":"nobody"}'
        $again | Stop-JobNetwork
    }

    It 'completes names, and answers nothing when it cannot' {
        $line = 'Get-JobNetwork o'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'one'
        $line = 'New-JobNetwork x -AlertChannel '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'high', 'low'
    }

    It 'removes, by name, pattern and pipe, but not with -WhatIf' {
        Remove-JobNetwork one -WhatIf
        (Get-JobNetwork one).Name | Should -Be 'one'
        Remove-JobNetwork one -Confirm:$false
        Get-ErrorId { Get-JobNetwork one } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Remove-JobNetwork one -Confirm:$false } | Should -Be 'JobNetworkNotFound'
        Get-JobNetwork t* | Remove-JobNetwork -Confirm:$false
        (Get-JobNetwork).Name | Where-Object { $_ -notin 'byhand', 'article' } | Should -BeNullOrEmpty
    }
}
