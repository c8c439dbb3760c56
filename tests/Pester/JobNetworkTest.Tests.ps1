# Test-JobNetwork: no runtime is started here, and the last test proves that none was.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Set-Location $TestFolder
    Disconnect-JobMgmt

    function New-Job([string[]] $Commands, [string] $Next, [string] $Timeout = '60') {
        $job = [ordered] @{
            Type = 'Task'; Resource = 'arn:aws:states:::states:startExecution.waitForTaskToken'; TimeoutSeconds = 5000
            Parameters = [ordered] @{
                StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:RunJob'
                Input = [ordered] @{ 'TaskToken.$' = '$$.Task.Token'; Tags = @{ role = 'x' }; Commands = $Commands; ExecutionTimeout = $Timeout }
            }
            Catch = @(@{ ErrorEquals = @('States.ALL'); ResultPath = '$.failure'; Next = 'Alert' })
        }
        if ($Next) { $job.Next = $Next } else { $job.End = $true }
        $job
    }

    # A network of two jobs without a fault; the script block may spoil it.
    function New-Definition([scriptblock] $Change = {}) {
        $states = [ordered] @{
            Extract = New-Job 'echo extract' 'Load'
            Load = New-Job 'set -e', 'if true; then', '  echo load', 'fi'
            Alert = [ordered] @{
                Type = 'Task'; Resource = 'arn:aws:states:::states:startExecution.sync:2'
                Parameters = [ordered] @{
                    StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:SendFailEvent'
                    Input = [ordered] @{ 'Error.$' = '$.failure.Error'; 'Cause.$' = '$.failure.Cause'; Channel = 'high' }
                }
                Catch = @(@{ ErrorEquals = @('States.ALL'); ResultPath = $null; Next = 'Failed' }); ResultPath = $null; Next = 'Failed'
            }
            Failed = [ordered] @{ Type = 'Fail'; ErrorPath = '$.failure.Error'; CausePath = '$.failure.Cause' }
        }
        . $Change
        ConvertTo-Json ([ordered] @{ StartAt = 'Extract'; States = $states }) -Depth 20
    }

    New-Definition | Set-Content clean.json
    New-Definition { $states.Load.Catch[0].Next = 'Failed'; $states.Load.Parameters.Input.ExecutionTimeout = '200000' } | Set-Content faulty.json
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Test-JobNetwork' {
    It 'writes nothing where nothing is wrong' {
        Test-JobNetwork clean.json | Should -BeNullOrEmpty
        Test-JobNetwork clean.json -ShellSyntax | Should -BeNullOrEmpty
    }

    It 'writes an object for each finding, with its place' {
        $found = Test-JobNetwork faulty.json
        $found.Code | Should -Be 'EXECUTION_TIMEOUT_OUT_OF_RANGE', 'JOB_WITHOUT_ALERT'
        $found.Severity | Should -Be 'Error', 'Warning'
        $found.State | Should -Be 'Load', 'Load'
        $found[0].Location | Should -Be '/States/Load/Parameters/Input/ExecutionTimeout'
        $found[0].Path | Should -Be (Join-Path $TestFolder 'faulty.json')
        $found[0].NetworkName | Should -Be 'faulty'
        (Get-Content faulty.json)[$found[0].Line - 1].Substring($found[0].Column - 1) | Should -BeLike '"ExecutionTimeout"*'
        "$($found[0])" | Should -BeLike "$($found[0].Path):$($found[0].Line):$($found[0].Column): error EXECUTION_TIMEOUT_OUT_OF_RANGE: *"
        (Test-JobNetwork *.json | Where-Object Severity -eq Error).NetworkName | Should -Be 'faulty'
    }

    It 'takes files by position, pattern, pipe and literal name, in any Unicode' {
        Set-Content -LiteralPath '日本[1].json' -Value (Get-Content faulty.json -Raw) -Encoding unicode
        (Test-JobNetwork -LiteralPath '日本[1].json').Count | Should -Be 2
        (Test-JobNetwork -Path 'f*.json', clean.json).Count | Should -Be 2
        ('faulty.json', 'clean.json' | Test-JobNetwork).Count | Should -Be 2
        (Get-ChildItem *.json | Test-JobNetwork).Count | Should -Be 4
        (Get-Item -LiteralPath '日本[1].json' | Test-JobNetwork)[0].NetworkName | Should -Be '日本[1]'
        Remove-Item -LiteralPath '日本[1].json'
    }

    It 'takes text, and what describes a state machine' {
        $text = Get-Content faulty.json -Raw
        $found = Test-JobNetwork -Definition $text -NetworkName draft
        $found.Count | Should -Be 2
        $found[0].NetworkName | Should -Be 'draft'
        $found[0].Path | Should -BeNullOrEmpty
        ([pscustomobject] @{ name = 'JobNetwork-x'; definition = $text } | Test-JobNetwork).Count | Should -Be 2
    }

    It 'says yes or no with -Quiet: warnings pass, what can not be read does not' {
        Test-JobNetwork clean.json -Quiet | Should -BeTrue
        Test-JobNetwork *.json -Quiet | Should -BeFalse
        Test-JobNetwork -Definition (New-Definition { $states.Load.Catch[0].Next = 'Failed' }) -Quiet | Should -BeTrue
        Test-JobNetwork missing.json -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
    }

    It 'takes a folder for the networks in it, at any depth' {
        $null = New-Item -ItemType Directory team/night -Force
        Copy-Item clean.json team/clean.asl.json
        Copy-Item faulty.json team/night/faulty.asl.json
        Set-Content team/notes.json 'no network'
        Set-Content team/jobnetwork.schema.json '{}'
        Test-JobNetwork team/*.schema.json -Quiet | Should -BeTrue
        (Test-JobNetwork team).Path | Select-Object -Unique | Should -BeLike '*faulty.asl.json'
        Test-JobNetwork team -Quiet | Should -BeFalse
        (Test-JobNetwork (Get-Item team) ).Count | Should -Be (Test-JobNetwork team/night).Count
    }

    It 'checks jobs as the network that they would make' {
        New-JobDefinition a true | Test-JobNetwork | Should -BeNullOrEmpty
        $found = (New-JobDefinition a true -After b), (New-JobDefinition b true -After a) | Test-JobNetwork -NetworkName draft
        $found.Code, $found.NetworkName | Should -Be 'NETWORK_INVALID', 'draft'
        $found.Message | Should -Match 'circle'
        New-JobDefinition a 'if true' | Test-JobNetwork -ShellSyntax -Quiet | Should -BeFalse
    }

    It 'finds <Code> in a job' -ForEach @(
        @{ Code = 'CARRIAGE_RETURN'; Says = "Line 2 of job 'a' ends with a carriage return*"; Job = { New-JobDefinition a "set -e`nif true`r`nthen echo hi`r`nfi" -WarningAction SilentlyContinue } }
        @{ Code = 'RETRY_NAME_UNKNOWN'; Says = "*never fails with 'Executionfailed'*The error is called 'ExecutionFailed'."; Job = { New-JobDefinition a true -Retry (New-JobRetryPolicy Executionfailed) } }
        @{ Code = 'RETRY_NAME_UNKNOWN'; Says = "*never fails with 'Temporary'*(ErrorName)*"; Job = { New-JobDefinition a true -ErrorName @{ 75 = 'Busy' } -Retry (New-JobRetryPolicy Temporary) } }
    ) {
        $found = & $Job | Test-JobNetwork
        $found.Code, $found.Severity, $found.State | Should -Be $Code, 'Warning', 'a'
        $found.Message | Should -BeLike $Says
    }

    It 'warns of more retries of items than a history holds' {
        $found = New-JobDefinition each true -ForEach (1..1000) -Retry (New-JobRetryPolicy ExecutionFailed -MaxAttempts 5) | Test-JobNetwork
        $found.Code | Should -Be 'HISTORY_MAY_BE_TOO_LONG'
        $found.Message | Should -BeLike '* may take * history events*'
        New-JobDefinition each true -ForEach (1..1000) -Retry (New-JobRetryPolicy ExecutionFailed -MaxAttempts 2) | Test-JobNetwork | Should -BeNullOrEmpty
    }

    It 'finds nothing in a job whose retries and lines are as they should be' {
        New-JobDefinition a "printf 'a`rb'" -ErrorName @{ 75 = 'Busy'; 124 = 'TooSlow' } -Retry (New-JobRetryPolicy Busy, TooSlow), (New-JobRetryPolicy WorkerLost, SecretNotRead) | Test-JobNetwork | Should -BeNullOrEmpty
        $null = New-JobDefinition a "true`r`nfalse" -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*job 'a'*CRLF*"
    }

    It 'gives <Id> for <Path>' -ForEach @(
        @{ Path = 'missing.json'; Id = 'JobNetworkFileNotFound' }
        @{ Path = 'missing*.json'; Id = 'JobNetworkFileNotFound' }
        @{ Path = 'folder'; Id = 'JobNetworkFileNotFound' }
        @{ Path = 'latin1.json'; Id = 'JobNetworkFileNotText' }
        @{ Path = 'nodrive:\x.json'; Id = 'JobNetworkFileUnreadable' }
    ) {
        $null = New-Item -ItemType Directory folder -Force
        [IO.File]::WriteAllBytes((Join-Path $TestFolder 'latin1.json'), [byte[]] (0x7b, 0x22, 0xe9, 0x22, 0x7d))
        Get-ErrorId { Test-JobNetwork $Path } | Should -Be $Id
        { Test-JobNetwork $Path -ErrorAction Stop } | Should -Throw
        (Test-JobNetwork $Path, faulty.json -ErrorAction SilentlyContinue).Count | Should -Be 2
        Remove-Item latin1.json
    }

    It 'says what is no JSON, and where: <Why>' -ForEach @(
        @{ Why = 'nothing'; Text = ''; Line = 1; Says = '*empty*' }
        @{ Why = 'YAML'; Text = "StartAt: Load`nStates: {}"; Line = 1; Says = '*YAML*' }
        @{ Why = 'a comment'; Text = "{`n  // first`n}"; Line = 2; Says = '*no comments*' }
        @{ Why = 'a trailing comma'; Text = "{`n  `"StartAt`": `"A`",`n}"; Line = 3; Says = '*comma*' }
    ) {
        $found = Test-JobNetwork -Definition $Text
        $found.Code | Should -Be 'INVALID_JSON_DESCRIPTION'
        $found.Line | Should -Be $Line
        $found.Message | Should -BeLike $Says
    }

    It 'only validates machines that run no job, and says so' {
        $written = Test-JobNetwork -Definition '{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }' -Verbose 4>&1
        $written | Should -Match 'rules of job networks were not applied'
        (Test-JobNetwork -Definition '{ "StartAt": "A", "States": { "B": { "Type": "Succeed" } } }').Code | Should -Contain 'MISSING_TRANSITION_TARGET'
    }
}

Describe 'Test-JobNetwork -ShellSyntax' {
    BeforeAll {
        $hasShell = [bool] (Get-Command sh -CommandType Application -ErrorAction SilentlyContinue)
    }

    It 'finds the line that the shell does not understand' {
        if (-not $hasShell) { Set-ItResult -Skipped -Because 'there is no sh' }
        $text = New-Definition { $states.Load.Parameters.Input.Commands = 'echo "日本 $HOME"', "if true`nthen", 'done', 'fi' }
        Test-JobNetwork -Definition $text | Should -BeNullOrEmpty
        $found = Test-JobNetwork -Definition $text -ShellSyntax
        $found.Code | Should -Be 'SHELL_SYNTAX'
        $found.Severity | Should -Be 'Error'
        $found.State | Should -Be 'Load'
        $found.Location | Should -Be '/States/Load/Parameters/Input/Commands[2]'
        $found.Message | Should -BeLike '*line 4*done*'
    }

    It 'runs nothing' {
        if (-not $hasShell) { Set-ItResult -Skipped -Because 'there is no sh' }
        Test-JobNetwork -Definition (New-Definition { $states.Load.Parameters.Input.Commands = 'touch ran', '$(touch ran)', '`touch ran`' }) -ShellSyntax | Should -BeNullOrEmpty
        'ran' | Should -Not -Exist
    }

    It 'leaves scripts of other interpreters alone' {
        Test-JobNetwork -Definition (New-Definition { $states.Load.Parameters.Input.Commands = '#!/usr/bin/env python3', 'print((' }) -ShellSyntax | Should -BeNullOrEmpty
    }

    It 'warns once where there is no shell, and goes on' {
        $path = $env:PATH
        try {
            $env:PATH = $TestFolder
            $written = Test-JobNetwork faulty.json -ShellSyntax 3>&1
        }
        finally {
            $env:PATH = $path
        }
        @($written | Where-Object { $_ -is [Management.Automation.WarningRecord] }).Count | Should -Be 1
        @($written | Where-Object { $_ -isnot [Management.Automation.WarningRecord] }).Count | Should -Be 2
    }

    It 'takes no program of the current folder for the shell' {
        if (-not $hasShell -or $IsWindows) { Set-ItResult -Skipped -Because 'it needs sh on Unix' }
        "#!/bin/sh`ntouch '$TestFolder/ran'" | Set-Content sh
        chmod +x sh
        Test-JobNetwork clean.json -ShellSyntax | Should -BeNullOrEmpty
        'ran' | Should -Not -Exist
        Remove-Item sh
    }
}

Describe 'What Test-JobNetwork prints' {
    It 'tells place, kind, code, state and the whole message' {
        $text = Test-JobNetwork faulty.json | Out-String -Width 120
        $text | Should -Match 'Definition: .*faulty\.json'
        $text | Should -Match "Warning  JOB_WITHOUT_ALERT, state 'Load'"
        ($text -replace '\s+', ' ') | Should -Match ([regex]::Escape('Lead the way through a state that starts SendFailEvent.'))
    }
}

Describe 'The machine' {
    It 'has no runtime that was started by all this' {
        $env:JOBMGMT_DATA_PATH | Should -Not -Exist
        (Get-JobRuntime -ErrorAction SilentlyContinue) | Should -BeNullOrEmpty
    }
}
