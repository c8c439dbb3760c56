# Measure-JobNetwork: what it forecasts is what the local runtime enters.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Set-Location $TestFolder
    Disconnect-JobMgmt
    $networks = @{
        sequence = @(New-JobDefinition a true; New-JobDefinition b true)
        diamond  = @(New-JobDefinition a true -After @(); New-JobDefinition b true -After a; New-JobDefinition c true -After a; New-JobDefinition d true -After b, c)
        gates    = @(New-JobDefinition a true -After @(); New-JobDefinition b true -After @(); New-JobDefinition c true -After a; New-JobDefinition d true -After a, b)
        failure  = @(New-JobDefinition a 'exit 1' -After @(); New-JobDefinition b true -After a; New-JobDefinition c true -After @(); New-JobDefinition mend true -After a -RunOn Failure)
        retry    = New-JobDefinition a 'exit 1' -RetryCount 2 -RetryInterval 1s
        busy     = New-JobDefinition a true -Tag @{ role = 'nobody' }
    }
    $mocks = @{ failure = @{ a = 1 }; retry = @{ a = 1 }; busy = @{ a = 'WorkerBusy' } }
    if ($HasPython) {
        Start-TestRuntime
        $null = Publish-RunJobStack -WorkerBusyInterval 1s
        $null = Register-JobWorker ready -Tag @{ role = 'job_worker' }
        foreach ($name in $networks.Keys) { $null = New-JobNetwork $name -Job $networks[$name] -Tag @{ role = 'job_worker' } }
        $runs = @{}
        Get-JobNetwork | Start-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s | ForEach-Object { $runs[$_.NetworkName] = $_ }
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Measure-JobNetwork of a run' {
    It 'is what the simulation says: <_>' -ForEach 'sequence', 'diamond', 'gates', 'failure', 'retry', 'busy' {
        Assert-Python
        $real = $runs[$_] | Measure-JobNetwork
        $simulated = Invoke-JobNetwork -Job $networks[$_] -Mock ($mocks[$_] ?? @{})
        $real.Case | Should -Be Run
        $real.ExecutionArn | Should -Be $runs[$_].ExecutionArn
        if ($_ -eq 'gates') {
            $real.GateTransitions | Should -BeGreaterThan 0
            [math]::Abs($real.StateTransitions - $simulated.StateTransitions) | Should -BeLessOrEqual 1 # its one wait may find the gate open
        }
        else {
            $real.StateTransitions | Should -Be $simulated.StateTransitions
        }
    }

    It 'is what was forecast of a run in which all goes well: <_>' -ForEach 'sequence', 'diamond' {
        Assert-Python
        $real = $runs[$_] | Measure-JobNetwork
        $forecast = Get-JobNetwork $_ | Measure-JobNetwork | Where-Object Case -eq AllSucceed
        foreach ($property in 'NetworkTransitions', 'RunJobTransitions', 'AlertTransitions', 'GateTransitions', 'RecoveryTransitions', 'StartTransitions', 'StateTransitions', 'Automations', 'AutomationSteps') {
            $real.$property | Should -Be $forecast.$property -Because $property
        }
        $real.ApiCalls.StepFunctions | Should -Be $forecast.ApiCalls.StepFunctions
        $real.ApiCalls.SystemsManager | Should -Be $forecast.ApiCalls.SystemsManager
        $real.ApiCalls.DynamoDB | Should -Be $forecast.ApiCalls.DynamoDB
        $real.ConcurrentAutomations | Should -BeLessOrEqual $forecast.ConcurrentAutomations
        $real.ScriptSeconds | Should -BeGreaterThan 0
    }

    It 'tells a run that finds no worker: every try is an automation' {
        Assert-Python
        $real = $runs.busy | Measure-JobNetwork
        $forecast = Get-JobNetwork busy | Measure-JobNetwork | Where-Object Case -eq WorstFailure
        $forecast.What | Should -BeLike '*WorkerBusy*'
        $real.Automations | Should -Be $forecast.Automations
        $real.AutomationSteps | Should -Be $forecast.AutomationSteps
        $real.AlertTransitions | Should -Be $forecast.AlertTransitions
    }

    It 'counts what its trigger takes to start it' {
        Assert-Python
        $null = New-JobNetworkTrigger sequence daily -Cron '0 3 * * *' -TimeZone Asia/Tokyo
        (Get-JobNetwork sequence | Measure-JobNetwork).StartTransitions | Should -Be 4, 4
        Export-JobNetwork sequence -Path exported
        $null = New-JobCalendar measured -Weekday Monday
        $null = New-JobNetworkTrigger sequence office -Cron '0 4 * * *' -TimeZone Asia/Tokyo -Calendar measured
        $cost = Measure-JobNetwork sequence
        $cost.StartTransitions | Should -Be 6, 6
        $cost[0].StateTransitions | Should -Be (6 + (Measure-JobNetwork -Job $networks.sequence)[0].StateTransitions)
        (Measure-JobNetwork -Path exported/*.yaml).StartTransitions | Should -Be 4, 4
        Disable-JobNetworkTrigger sequence
        (Measure-JobNetwork sequence).StartTransitions | Should -Be 0, 0

        $null = New-JobNetworkTrigger sequence once -At (Get-Soon)
        $run = Wait-Until { Get-JobNetworkRun sequence -Last 1 | Where-Object TriggerName -EQ once }
        ($run | Measure-JobNetwork -WarningAction SilentlyContinue).StartTransitions | Should -Be 4
        ($runs.sequence | Measure-JobNetwork).StartTransitions | Should -Be 0
    }

    It 'measures networks by name and pattern, and says which run is missing' {
        Assert-Python
        (Measure-JobNetwork d*).NetworkName | Should -Be diamond, diamond
        Get-ErrorId { Measure-JobNetwork missing } | Should -Be JobNetworkNotFound
        Get-ErrorId { Measure-JobNetwork -ExecutionArn ($runs.busy.ExecutionArn + 'x') } | Should -Be JobNetworkRunNotFound
    }
}

Describe 'Measure-JobNetwork of what is not deployed' {
    It 'takes jobs by pipe and by name, and tells a month' {
        $cost = $networks.sequence | Measure-JobNetwork -NetworkName nightly -RunsPerMonth 30
        $cost.Case | Should -Be AllSucceed, WorstFailure
        $cost.NetworkName | Should -Be nightly, nightly
        $cost[0].StateTransitions | Should -Be 18 # 4 + 2 x (2 + 4), and 2 beside it
        $cost[0].AutomationSteps | Should -Be 8
        $cost[0].Price | Should -Be (18 * 0.000025 + 8 * 0.002 + 20 * 0.00003)
        $cost[0].PricePerMonth | Should -Be (30 * $cost[0].Price)
        (Measure-JobNetwork -Job $networks.sequence)[0].PricePerMonth | Should -BeNullOrEmpty
    }

    It 'takes other prices, and refuses <Why>' -ForEach @(
        @{ Why = 'an unknown one'; Price = @{ Transition = 1 } }
        @{ Why = 'no number'; Price = @{ Event = 'free' } }
        @{ Why = 'less than nothing'; Price = @{ AutomationStep = -1 } }
    ) {
        $cost = (Measure-JobNetwork -Job $networks.sequence -Price @{ StateTransition = 1; AutomationStep = 0; ScriptSecond = '0'; Region = 'eu-west-1'; AsOf = '2030' })[0]
        $cost.Price | Should -Be 18
        $cost.PriceBasis | Should -BeLike '*eu-west-1, as of 2030*'
        Get-ErrorId { Measure-JobNetwork -Job $networks.sequence -Price $Price } | Should -Be JobPriceInvalid
    }

    It 'warns of more automations than an account runs' {
        $null = 1..3 | ForEach-Object { New-JobDefinition "j$_" true -After @() -ForEach (1..40) } | Measure-JobNetwork -WarningVariable warned -WarningAction SilentlyContinue
        "$($warned[0])" | Should -BeLike 'Up to 120 automations*'
    }

    It 'takes files, and says what is none' {
        '{}' | Set-Content bad.json
        Get-ErrorId { Measure-JobNetwork -Path bad.json } | Should -Be JobNetworkNotSimulated
        Get-ErrorId { Measure-JobNetwork -LiteralPath gone.json } | Should -Be JobNetworkFileNotFound
        Get-ErrorId { Get-Item bad.json | Measure-JobNetwork } | Should -Be JobNetworkNotSimulated
    }

    It 'takes networks in YAML' {
        $folder = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../examples/networks'))
        $cost = Get-ChildItem $folder -Filter *.yaml | Measure-JobNetwork
        ($cost.NetworkName | Select-Object -Unique).Count | Should -Be (Get-ChildItem $folder -Filter *.yaml).Count
        'Name: x' | Set-Content bad.jobnetwork.yaml
        Get-ErrorId { Measure-JobNetwork -Path *.yaml } | Should -Be JobNetworkFileInvalid
    }

    It 'shows what the prices are of' {
        $networks.sequence | Measure-JobNetwork | Out-String -Width 120 | Should -Match 'Measured: prices in USD, us-east-1, as of \d{4}; free tiers not taken off'
    }
}

Describe 'Measure-JobNetwork of simulated runs' {
    It 'tells what they have covered, and what not' {
        $runs = @(Invoke-JobNetwork -Job $networks.retry; Invoke-JobNetwork -Job $networks.retry -Mock @{ a = 1, 0 })
        $coverage = $runs | Measure-JobNetwork
        "$coverage" | Should -Be 'network: 2 of 3'
        $coverage.Percent | Should -Be 66.7
        $coverage.Runs | Should -Be 2
        $coverage.Missing | Should -Be "job 'a': never failed"
        $coverage.Jobs.Name | Should -Be a
        (Measure-JobNetwork -Coverage $runs).Covered | Should -Be 2
    }

    It 'keeps networks apart' {
        $runs = @(Invoke-JobNetwork -Job $networks.retry; Invoke-JobNetwork -Job $networks.diamond -NetworkName other)
        ($runs | Measure-JobNetwork).NetworkName | Should -Be network, other
    }
}
