# Invoke-JobNetwork: nothing is run and no runtime is started; the last test proves that none was.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Set-Location $TestFolder
    Disconnect-JobMgmt

    $jobs = @(
        New-JobDefinition Extract './extract.sh' -After @() -ExecutionTimeout 1h
        New-JobDefinition Load './load.sh' -After Extract -RetryCount 2 -RetryInterval 5m
        New-JobDefinition Report './report.sh' -After Extract
        New-JobDefinition Mail './mail.sh' -After Load
    )

    # As the article has it, in JSONPath.
    @'
{ "StartAt": "Load", "States": {
    "Load": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.waitForTaskToken", "TimeoutSeconds": 600, "End": true,
        "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:RunJob",
            "Input": { "TaskToken.$": "$$.Task.Token", "Tags.$": "$", "Commands": [ "./load.sh" ], "ExecutionTimeout": "3600" } },
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "ResultPath": "$.failure", "Next": "Alert" } ] },
    "Alert": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "ResultPath": null, "Next": "Failed",
        "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:SendFailEvent",
            "Input": { "Error.$": "$.failure.Error", "Channel": "low" } } },
    "Failed": { "Type": "Fail", "ErrorPath": "$.failure.Error" } } }
'@ | Set-Content 'by-hand.asl.json'
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Invoke-JobNetwork' {
    It 'walks jobs from the pipeline, and from the parameter, as one network' {
        $run = $jobs | Invoke-JobNetwork
        $run.Status | Should -Be Succeeded
        $run.NetworkName | Should -Be network
        $run.Path | Should -Be Extract, Load, Report, Mail
        $run.Jobs.JobName | Should -Be Extract, Load, Report, Mail
        ($run.ExecutionOutput | ConvertFrom-Json).Mail.ResponseCode | Should -Be 0
        (Invoke-JobNetwork -Job $jobs -NetworkName nightly).NetworkName | Should -Be nightly
    }

    It 'tells how a failure goes on' {
        $run = $jobs | Invoke-JobNetwork -Mock @{ load = 3 } -AlertChannel low
        $run.Status | Should -Be Failed
        $run.Error | Should -Be ExecutionFailed
        ($run.Cause | ConvertFrom-Json).Message | Should -BeLike '*exit code 3*'
        $run.Jobs.Status | Should -Be Succeeded, Failed, Succeeded, Skipped
        $run.Jobs.ExitCode | Should -Be 0, 3, 0, $null
        $run.Jobs[1].Attempts | Should -Be 3
        $run.Duration | Should -Be ([timespan] '00:15') # 5 and 10 minutes before the second and the third attempt
        $run.Alert.Count | Should -Be 1
        "$($run.Alert)" | Should -Be 'Load: ExecutionFailed (low)'
        $run.ExecutionOutput | Should -BeNullOrEmpty
        $run = $jobs | Invoke-JobNetwork -Mock @{ load = 'JobCancelled'; report = @{ Duration = '1m' } } -FailFast
        $run.Jobs.Status | Should -Be Succeeded, Failed, Aborted, NotRun
    }

    It 'decides conditions by the outputs and exit codes of mocks' {
        $jobs = @(
            New-JobDefinition check './check.sh' -SuccessExitCode 0, 4 -After @()
            New-JobDefinition list './list.sh' -Output LastLine -After @()
            New-JobDefinition full './full.sh' -After check, list -When 'jobs.check.ExitCode = 4 and jobs.list.Output = "a"'
            New-JobDefinition delta './delta.sh' -After check -When 'jobs.check.ExitCode = 0'
            New-JobDefinition mail './mail.sh' -After full, delta
        )
        $runs = @(
            $jobs | Invoke-JobNetwork -Mock @{ check = @{ ExitCode = 4 }; list = @{ Output = 'a' } }
            $jobs | Invoke-JobNetwork -Mock @{ check = 4 }
            $jobs | Invoke-JobNetwork
        )
        $runs.Status | Should -Be Succeeded, Succeeded, Succeeded
        ($runs | ForEach-Object { $_.Jobs.Status -join ' ' }) | Should -Be @(
            'Succeeded Succeeded Succeeded NotChosen Succeeded'
            'Succeeded Succeeded NotChosen NotChosen NotChosen'
            'Succeeded Succeeded NotChosen Succeeded Succeeded'
        )
        $runs[0].Jobs[1].Output | Should -Be a
        (Measure-JobNetwork -Coverage $runs).Missing -join '; ' | Should -BeLike "*job 'check': never failed*"
        (Measure-JobNetwork -Coverage $runs[0]).Missing -join '; ' | Should -BeLike "*job 'full': never left out by a condition*"
    }

    It 'takes <Why> as a mock: <Status>, <Attempts> attempts, <Minutes> min' -ForEach @(
        @{ Why = 'an exit code'; Mock = 0; Status = 'Succeeded'; Attempts = 1; Minutes = 0 }
        @{ Why = 'an exit code as text'; Mock = '7'; Status = 'Failed'; Attempts = 3; Minutes = 15 }
        @{ Why = 'a duration'; Mock = @{ Duration = '30m' }; Status = 'Succeeded'; Attempts = 1; Minutes = 30 }
        @{ Why = 'a duration and an exit code'; Mock = @{ ExitCode = 1; Duration = [timespan] '00:02' }; Status = 'Failed'; Attempts = 3; Minutes = 21 }
        @{ Why = 'a duration beyond the timeout'; Mock = @{ Duration = '2h' }; Status = 'Failed'; Attempts = 3; Minutes = 195 }
        @{ Why = 'a list'; Mock = 1, @{ Duration = 60 }; Status = 'Succeeded'; Attempts = 2; Minutes = 6 }
        @{ Why = 'an error'; Mock = 'JobCancelled'; Status = 'Failed'; Attempts = 1; Minutes = 0 }
        @{ Why = 'a script block'; Mock = { param($attempt) if ($attempt -lt 3) { 1 } else { 0 } }; Status = 'Succeeded'; Attempts = 3; Minutes = 15 }
    ) {
        $run = $jobs | Invoke-JobNetwork -Mock @{ Load = $Mock }
        $run.Status | Should -Be $Status
        $run.Jobs[1].Attempts | Should -Be $Attempts
        $run.Duration.TotalMinutes | Should -Be $Minutes
    }

    It 'refuses <Mock> as a mock' -ForEach @{ Mock = -1 }, @{ Mock = 256 }, @{ Mock = '' }, @{ Mock = $null }, @{ Mock = $true }, @{ Mock = @{ Exit = 1 } }, @{ Mock = @{ Duration = 'soon' } },
    @{ Mock = @{ Error = 'X'; ExitCode = 1 } }, @{ Mock = { } }, @{ Mock = @{ Items = 3 } }, @{ Mock = @{ Items = @{ b = -1 } } }, @{ Mock = @{ Items = @{ -1 = 1 } } } {
        Get-ErrorId { $jobs | Invoke-JobNetwork -Mock @{ Load = $Mock } } | Should -Be JobMockInvalid
    }

    It 'takes mocks of items, by value and by place, each attempt by attempt' {
        $list = New-JobDefinition load true -ForEach a, b, c, d -RetryCount 1 -RetryInterval 1m
        ($list | Invoke-JobNetwork -Mock @{ load = 3 }).Cause | Should -BeLike '*4 of 4 items failed*'
        $run = $list | Invoke-JobNetwork -Mock @{ load = @{ Duration = '2m'; Items = @{ b = 3; 2 = 1, 0 } } }
        ($run.Cause | ConvertFrom-Json).Message | Should -Be "1 of 4 items failed: 'b'."
        $run.Duration | Should -Be ([timespan] '00:02')
        ($run.Alert | Measure-Object).Count | Should -Be 1
        { $list | Invoke-JobNetwork -Mock @{ load = @{ Items = @{ e = 3 } } } -ErrorAction Stop } | Should -Throw "*'e' in its Items is none of the job's 4 items*"
        Get-ErrorId { $list | Invoke-JobNetwork -Mock @{ load = @{ Items = @{ 4 = 3 } } } } | Should -Be JobMockInvalid
        { $jobs | Invoke-JobNetwork -Mock @{ Load = @{ Items = @{ a = 3 } } } -ErrorAction Stop } | Should -Throw '*does not run for each item*'
    }

    It 'gives a job the items that another one tells' {
        $found = @(New-JobDefinition list true -Output Json; New-JobDefinition send true -ForEach '{% jobs.list.Output %}' -Environment @{ TO = '{% item.to %}' })
        $run = $found | Invoke-JobNetwork -Mock @{ list = @{ Output = @(@{ to = 'a' }, @{ to = 'b' }) }; send = @{ Items = @{ 1 = 3 } } }
        ($run.Cause | ConvertFrom-Json).Message | Should -Be '1 of 2 items failed: ''{"to":"b"}''.'
        ($found | Invoke-JobNetwork -Mock @{ list = @{ Output = 5 } }).Error | Should -Be InvalidJobInput
        $sent = @(New-JobDefinition list true -Output Json; New-JobDefinition send true -ForEach '{% jobs.list.Output %}')
        (Measure-JobNetwork -Job $sent -WarningVariable said -WarningAction SilentlyContinue)[0].AutomationSteps | Should -Be 8
        "$said" | Should -BeLike "*'send' of 'network'*-ItemCount*"
        (Measure-JobNetwork -Job $sent -ItemCount 10)[0].AutomationSteps | Should -Be 44
        $sent | Show-JobNetwork | Should -BeLike '*×n*'
    }

    It 'refuses a mock for a job that the network does not have, and names those that it has' {
        Get-ErrorId { $jobs | Invoke-JobNetwork -Mock @{ Lod = 1 } } | Should -Be JobMockNotFound
        { $jobs | Invoke-JobNetwork -Mock @{ Lod = 1 } -ErrorAction Stop } | Should -Throw "*'Lod'*'Extract', 'Load', 'Report', 'Mail'*"
    }

    It 'walks files, by position, pattern, pipe and literal name, with their tags and their input' {
        (Invoke-JobNetwork by-hand.asl.json -Tag role=x).Status | Should -Be Succeeded
        (Invoke-JobNetwork *.json -Tag role=x).NetworkName | Should -Be by-hand
        ('by-hand.asl.json' | Invoke-JobNetwork -Tag role=x).Path | Should -Be Load
        (Get-ChildItem *.json | Invoke-JobNetwork -Tag role=x).Path | Should -Be Load
        (Invoke-JobNetwork -LiteralPath by-hand.asl.json).Error | Should -Be InvalidJobInput
        $run = Invoke-JobNetwork by-hand.asl.json -ExecutionInput '{"role":"x"}' -Mock @{ Load = @{ Duration = '30m' } }
        $run.Error | Should -Be States.Timeout # the state's own, of ten minutes
        $run.Duration | Should -Be ([timespan] '00:10')
        $run.Alert.Channel | Should -Be low
    }

    It 'walks, draws, measures and checks a network in YAML' {
        $yaml = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../examples/networks/nightly.jobnetwork.yaml'))
        (Invoke-JobNetwork $yaml -Tag role=x -Mock @{ load = 3 }).NetworkName | Should -Be nightly
        (Get-Item $yaml | Invoke-JobNetwork -Tag role=x).Status | Should -Be Succeeded
        Show-JobNetwork -Path $yaml | Should -BeLike '*extract*'
        Get-Item $yaml | Show-JobNetwork -As Mermaid | Should -BeLike '*extract*'
        Show-JobNetwork -Path by-hand.asl.json | Should -BeLike '*Load*'
        (Measure-JobNetwork -Path $yaml).Count | Should -Be 2
        Test-JobNetwork $yaml -Quiet | Should -BeTrue
        $text = Get-Content $yaml -Raw
        Set-Content broken.yaml $text.Replace('10m', '1s')
        $found = Test-JobNetwork broken.yaml
        "$($found.Code) $($found.Line)" | Should -Be 'NETWORK_INVALID 16'
        Set-Content broken.yaml $text.Replace('echo load', 'echo "load')
        $found = Test-JobNetwork broken.yaml -ShellSyntax | Where-Object Code -eq SHELL_SYNTAX
        (Get-Content broken.yaml)[$found.Line - 1] | Should -BeLike '*Name: load*'
        Set-Content broken.yaml ($text + "Tag: {}`n")
        Get-ErrorId { Invoke-JobNetwork broken.yaml } | Should -Be JobNetworkFileInvalid
        Get-ErrorId { Show-JobNetwork -Path broken.yaml } | Should -Be JobNetworkFileInvalid
    }

    It 'passes over what it is told to, and what an earlier run has done' {
        ($jobs | Invoke-JobNetwork -Skip Lo*, Report).Path | Should -Be Extract, Mail
        $run = $jobs | Invoke-JobNetwork -ExecutionInput '{"Rerun":{"Done":{"Extract":{"Status":"Succeeded"}}}}'
        $run.Status | Should -Be Succeeded
        $run.Path | Should -Be Load, Report, Mail
        $run.Jobs[0].Status | Should -Be Skipped
        Get-ErrorId { $jobs | Invoke-JobNetwork -Skip Lod } | Should -Be JobNotFound
        Get-ErrorId { Invoke-JobNetwork by-hand.asl.json -Tag role=x -Skip Load } | Should -Be JobNetworkCannotContinue
    }

    It 'gives <Id>' -ForEach @(
        @{ Id = 'JobNetworkFileNotFound'; Try = { Invoke-JobNetwork missing.json } }
        @{ Id = 'JobNetworkFileNotFound'; Try = { $null = New-Item -ItemType Directory none -Force; Invoke-JobNetwork none } }
        @{ Id = 'JobNetworkInputInvalid'; Try = { Invoke-JobNetwork by-hand.asl.json -ExecutionInput '{' } }
        @{ Id = 'JobNetworkInputInvalid'; Try = { Invoke-JobNetwork by-hand.asl.json -ExecutionInput '{}' -Tag role=x } }
        @{ Id = 'InvalidJobNetwork'; Try = { New-JobDefinition a true -After a | Invoke-JobNetwork } }
        @{ Id = 'JobNetworkNotSimulated'; Try = { Set-Content function.json ((Get-Content by-hand.asl.json -Raw) -replace 'states:startExecution.sync:2', 'lambda:invoke'); Invoke-JobNetwork function.json -Mock @{ Load = 1 } -Tag role=x; Remove-Item function.json } }
        @{ Id = 'JobNetworkNotSimulated'; Try = { Set-Content none.json '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }'; Invoke-JobNetwork none.json; Remove-Item none.json } }
    ) {
        Get-ErrorId $Try | Should -Be $Id
    }

    It 'shows itself and its parts at 120 columns' {
        $run = $jobs | Invoke-JobNetwork -Mock @{ load = 3 }
        $run | Out-String -Width 120 | Should -Match 'network +Failed +00:15:00 +\d+ ExecutionFailed +Extract, Load, Report'
        $run.Jobs | Out-String -Width 120 | Should -Match 'Load +Failed +3 +3 +00:00:00 +00:15:00 ExecutionFailed'
        $run.Alert | Format-Table | Out-String -Width 120 | Should -Match 'Load +ExecutionFailed'
    }

    It 'has started no runtime' {
        $env:JOBMGMT_DATA_PATH | Should -Not -Exist
        (Get-JobRuntime -ErrorAction SilentlyContinue) | Should -BeNullOrEmpty
    }
}

Describe 'Test-JobNetwork -Recovery' {
    It 'warns where runs can not be continued' {
        $written = Test-JobNetwork by-hand.asl.json -Recovery 3>&1
        "$($written | Where-Object { $_ -is [Management.Automation.WarningRecord] })" | Should -BeLike '*Restart-JobNetwork*'
    }
}

Describe 'examples/network-tests' {
    It 'passes its tests' {
        $example = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../examples/network-tests'))
        $pester = (Get-Module Pester).Path -replace '\.psm1$', '.psd1'
        Push-Location $PSScriptRoot # dotnet pwsh is a tool of the repository
        $said = dotnet pwsh -NoProfile -NonInteractive -Command {
            param($manifest, $pester, $example)
            Import-Module $manifest, $pester
            $configuration = New-PesterConfiguration
            $configuration.Run.Path = $example
            $configuration.Run.PassThru = $true
            $configuration.Output.Verbosity = 'None'
            $run = Invoke-Pester -Configuration $configuration
            "$($run.PassedCount) passed"
            $run.Failed | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord)" }
        } -args $ManifestPath, $pester, $example
        Pop-Location
        @($said)[-1] | Should -Be '14 passed'
    }
}
