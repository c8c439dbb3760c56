# What the cmdlets call where the target is AWS: no more than AWS lets through, and what they do when it lets nothing through.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    . (Join-Path $PSScriptRoot 'AwsProxy.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -Channel ops
    $null = Register-JobWorker worker1 -Tag @{ role = 'job_worker' }
    $null = New-JobDefinition approve 'true' -Hold -HoldTimeout 8h | New-JobNetwork held -Tag role=job_worker
    $null = New-JobDefinition quick 'true' -Retry @() | New-JobNetwork quick -Tag role=job_worker
    $held = 1..12 | ForEach-Object { Start-JobNetwork held -PassThru }
    if ($HasPython) {
        $ended = Start-JobNetwork quick -PassThru | Wait-JobNetwork -Timeout 120s
    }

    # From here on the runtime is AWS for the cmdlets.
    $runtime = Get-JobRuntime (Join-Path $TestFolder 'runtime')
    $keys = Get-Content (Join-Path $runtime.DataPath 'credentials') | Where-Object { $_ -match '=' } | ConvertFrom-StringData
    $proxy = Start-AwsProxy $runtime.Endpoint
    Connect-JobMgmt -Region $runtime.Region -EndpointUrl $proxy.Endpoint -AccessKey ($keys.aws_access_key_id | Where-Object { $_ }) -SecretKey (ConvertTo-SecureString ($keys.aws_secret_access_key | Where-Object { $_ }) -AsPlainText)

    $throttled = '{"__type":"ThrottlingException","message":"Rate exceeded"}'
}

AfterAll {
    Disconnect-JobMgmt
    Stop-AwsProxy $proxy
    Stop-TestRuntime
}

Describe 'Against AWS' {
    AfterEach {
        $proxy.Answers.Clear()
    }

    Context 'Wait-JobNetwork' {
        It 'asks for all runs no faster than AWS answers: 12 of them each one and a half seconds' {
            $calls = Get-AwsCall $proxy { $held | Wait-JobNetwork -Timeout 2s -ErrorAction SilentlyContinue }
            ($calls | Where-Object Operation -EQ DescribeExecution).Count | Should -BeGreaterThan 0
            ($calls | Where-Object Operation -EQ DescribeExecution).Count | Should -BeLessOrEqual 36 -Because 'it looks at once, after 1.5 s, and at the end; on a busy machine less often'
        }

        It 'goes on when it is throttled, and says so once' {
            $held[0] | Stop-JobNetwork
            $proxy.Answers['DescribeExecution'] = @{ Count = 7; Status = 400; Body = $throttled }
            $run = $held[0] | Wait-JobNetwork -Timeout 120s -WarningVariable said -WarningAction SilentlyContinue
            $run.Status | Should -Be 'Aborted'
            $said | Should -HaveCount 1
            "$said" | Should -BeLike '*Rate exceeded*The wait goes on*'
        }

        It 'ends in time where it is throttled all the while' {
            $proxy.Answers['DescribeExecution'] = @{ Count = -1; Status = 400; Body = $throttled }
            Get-ErrorId { $held[1] | Wait-JobNetwork -Timeout 1s -WarningAction SilentlyContinue } | Should -Be 'JobNetworkWaitTimedOut'
        }

        It 'ends with what does not pass' {
            $proxy.Answers['DescribeExecution'] = @{ Count = -1; Status = 400; Body = '{"__type":"AccessDeniedException","message":"no"}' }
            Get-ErrorId { $held[1] | Wait-JobNetwork -Timeout 120s } | Should -Be 'AccessDeniedException'
        }
    }

    Context 'Runs' {
        It 'are asked for by the thousand, and the newest alone' {
            $all = Get-AwsCall $proxy { Get-JobNetworkRun held } | Where-Object Operation -EQ ListExecutions
            ($all.Body | ConvertFrom-Json).maxResults | Should -Be 1000
            ((Get-AwsCall $proxy { Get-JobNetworkRun held -Last 3 } | Where-Object Operation -EQ ListExecutions).Body | ConvertFrom-Json).maxResults | Should -Be 3
            # the newest, and what goes on beside it
            ((Get-AwsCall $proxy { Get-JobNetworkStatus held } | Where-Object Operation -EQ ListExecutions).Body | ConvertFrom-Json).maxResults | Should -Be 1, 20
            ((Get-AwsCall $proxy { Get-JobRun held } | Where-Object Operation -EQ ListExecutions).Body | ConvertFrom-Json).maxResults | Should -Be 1
        }

        It 'are read without the data of jobs that have ended' {
            Assert-Python
            $history = Get-AwsCall $proxy { $script:job = $ended | Get-JobRun } | Where-Object Operation -EQ GetExecutionHistory
            $job.Status, $job.Attempts | Should -Be 'Succeeded', 1
            $job.AutomationExecutionId | Should -Not -BeNullOrEmpty
            $runJob = @($history.Body | ConvertFrom-Json | Where-Object executionArn -Like '*:RunJob:*')
            $runJob.includeExecutionData | Should -Be $false
        }
    }

    Context 'Get-JobAlert' {
        It 'asks for the runs of held jobs only as long as it matters' {
            $null = Wait-Until { @(Get-JobAlert -Kind Held).Count -ge 12 }
            @(Get-JobAlert -Kind Held).Count | Should -Be 12
            $newest = Get-AwsCall $proxy { $script:last = Get-JobAlert -Status Open -Last 2 }
            $last | Should -HaveCount 2
            ($newest | Where-Object Operation -EQ DescribeExecution).Count | Should -BeLessOrEqual 3 -Because 'one of the runs was stopped'
            Get-AwsCall $proxy { Get-JobAlert -Status Confirmed } | Where-Object Operation -EQ DescribeExecution | Should -BeNullOrEmpty
        }
    }

    Context 'Triggers' {
        AfterEach {
            Get-JobNetworkTrigger | Remove-JobNetworkTrigger -Confirm:$false
        }

        It 'are read once for an import, and a pattern is tried once' {
            $file = Join-Path $TestFolder 'follows.yaml'
            Set-Content $file @'
Name: follows
Jobs:
- Name: a
  Command: [ 'true' ]
Triggers:
- Name: one
  After: held
- Name: two
  After: quick
- Name: three
  EventPattern: '{"source":["shop"]}'
'@
            $calls = Get-AwsCall $proxy { Import-JobNetwork $file -WhatIf }
            @($calls | Where-Object Operation -EQ TestEventPattern) | Should -HaveCount 1
            @($calls | Where-Object Operation -EQ ListRules) | Should -HaveCount 1
            @($calls | Where-Object Operation -Like 'GET /schedules?*') | Should -HaveCount 1

            $null = Import-JobNetwork $file -Confirm:$false
            (Get-JobNetworkTrigger follows).Name | Should -Be 'one', 'three', 'two'
        }

        It 'leave no rule behind whose target is refused' {
            $proxy.Answers['PutTargets'] = @{ Count = 1; Status = 200; Body = '{"FailedEntryCount":1,"FailedEntries":[{"TargetId":"jobmgmt-start","ErrorCode":"QuotaExceeded","ErrorMessage":"too many"}]}' }
            $calls = Get-AwsCall $proxy { $script:id = Get-ErrorId { New-JobNetworkTrigger held shop -EventPattern '{"source":["shop"]}' } }
            $id | Should -Be 'QuotaExceeded'
            ($calls | Where-Object Operation -EQ DeleteRule).Body | Should -BeLike '*shop*'

            $null = New-JobNetworkTrigger held shop -EventPattern '{"source":["shop"]}'
            $proxy.Answers['PutTargets'] = @{ Count = 1; Status = 200; Body = '{"FailedEntryCount":1,"FailedEntries":[{"TargetId":"jobmgmt-start","ErrorCode":"QuotaExceeded","ErrorMessage":"too many"}]}' }
            Get-ErrorId { Set-JobNetworkTrigger held shop -Description 'more' } | Should -Be 'QuotaExceeded'
            (Get-JobNetworkTrigger held).Name | Should -Be 'shop' -Because 'what was there before stays'
        }
    }
}

Describe 'Who is faster' {
    AfterEach {
        $proxy.Answers.Clear()
    }

    It 'made a network meanwhile: the same one is taken, another one is told' {
        $folder = Join-Path $TestFolder 'meanwhile'
        Export-JobNetwork quick -Path $folder
        $file = Join-Path $folder 'quick.jobnetwork.yaml'
        $none = @{ Count = 1; Status = 400; Body = '{"__type":"StateMachineDoesNotExist","message":"no"}' }
        $proxy.Answers['DescribeStateMachine'] = $none.Clone()
        $proxy.Answers['CreateStateMachine'] = @{ Count = 1; Status = 400; Body = '{"__type":"StateMachineAlreadyExists","message":"there"}' }
        $result = Import-JobNetwork $folder -Confirm:$false
        $result.Action, $result.State | Should -Be 'Create', 'Done'

        (Get-Content $file -Raw) -replace 'true', 'false' | Set-Content $file -NoNewline
        $proxy.Answers['DescribeStateMachine'] = $none.Clone()
        $failure = { Import-JobNetwork $folder -Confirm:$false -ErrorAction Stop } | Should -Throw -PassThru
        "$failure" | Should -BeLike "*Somebody has made the job network 'quick' since this import was planned*"
    }
}
