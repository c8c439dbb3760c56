# Runs of one network at once, and runs that are held, through the cmdlets.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker worker1, worker2 -Tag @{ role = 'job_worker' }

    function Wait-Status($Run, $Status) {
        Wait-Until { Get-JobNetworkRun -ExecutionArn $Run.ExecutionArn | Where-Object Status -eq $Status }
    }

    # A network whose job runs until a file is there.
    function New-Gated($Name, $IfRunning) {
        $gate = Join-Path $TestFolder "gate-$Name"
        $null = New-JobNetwork $Name -Tag role=job_worker -IfRunning $IfRunning -Job (New-JobDefinition load "while [ ! -e '$gate' ]; do sleep 0.1; done")
        $gate
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'New-JobNetwork -IfRunning' {
    It 'is Allow where it is left out, and is read back' {
        $null = New-JobNetwork plain -Job (New-JobDefinition a true)
        (Get-JobNetwork plain).IfRunning | Should -Be 'Allow'
        (New-JobNetwork plain -IfRunning QueueOne -Force -Job (New-JobDefinition a true)).IfRunning | Should -Be 'QueueOne'
        Export-JobNetwork plain | Should -Match 'IfRunning: QueueOne'
        Get-ErrorId { New-JobDefinition a true -Lock 'network#plain' } | Should -Be 'InvalidJobDefinition'
    }

    It 'costs a run two state transitions, and nothing where it is Allow' {
        $null = New-JobNetwork allowed -Tag role=x -Job (New-JobDefinition a true)
        $null = New-JobNetwork queued -Tag role=x -IfRunning Queue -Job (New-JobDefinition a true)
        $cost = Get-JobNetwork allowed, queued | Measure-JobNetwork | Where-Object What -like '*succeeds*'
        $cost[1].StateTransitions - $cost[0].StateTransitions | Should -Be 2
        (Get-JobNetwork queued | Invoke-JobNetwork).Status | Should -Be 'Succeeded'
    }
}

Describe 'Two runs at once' {
    It 'are queued, shown with whom they wait for, and run one after the other' {
        Assert-Python
        $gate = New-Gated queue Queue
        $first = Start-JobNetwork queue -PassThru
        Wait-Until { (Get-JobLock 'network#queue' -ErrorAction Ignore).Holders }
        $second = Start-JobNetwork queue -PassThru
        (Wait-Status $second Queued).StatusReason | Should -Be "waits for $($first.ExecutionName)"
        (Get-JobNetworkRun queue -Status Queued).ExecutionName | Should -Be $second.ExecutionName
        (Get-JobNetworkRun queue -Status Running).ExecutionName | Should -Be $first.ExecutionName
        $status = Get-JobNetworkStatus queue
        $status.ExecutionName, $status.Status, $status.JobName, $status.StatusReason | Should -Be $first.ExecutionName, 'Running', 'load', '1 queued'
        $status | Out-String -Width 200 | Should -Match '1 queued'
        ($second | Get-JobRun).Status | Should -Be 'Pending'
        $null = New-Item $gate
        ($first, $second | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded', 'Succeeded'
        (Get-JobLock 'network#queue').Holders.Count | Should -Be 0
    }

    It 'are skipped without an alert' {
        Assert-Python
        $gate = New-Gated skip Skip
        $first = Start-JobNetwork skip -PassThru
        Wait-Until { (Get-JobLock 'network#skip' -ErrorAction Ignore).Holders }
        $second = Start-JobNetwork skip -PassThru | Wait-JobNetwork -Timeout 120s
        $second.Status, $second.StatusReason | Should -Be 'Skipped', "The run '$($first.ExecutionName)' of the network was going on."
        $status = Get-JobNetworkStatus skip
        $status.ExecutionName, $status.Status, $status.JobName | Should -Be $first.ExecutionName, 'Running', 'load'
        $status.StatusReason | Should -Match '^last start skipped .*\d\d:\d\d$'
        $runs = Get-JobNetworkRun skip
        $runs.Status | Should -Be 'Skipped', 'Running'
        (Get-JobNetworkRun skip -Status Skipped).ExecutionName | Should -Be $second.ExecutionName
        $null = New-Item $gate
        ($first | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        (Get-JobNetworkRun skip -Status Succeeded).ExecutionName | Should -Be $first.ExecutionName
        Get-JobAlert | Where-Object NetworkName -eq skip | Should -BeNullOrEmpty
        ($second | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
    }

    It 'stop the other, down to its command' {
        Assert-Python
        $gate = New-Gated stop StopOther
        $first = Start-JobNetwork stop -PassThru
        $null = Wait-Until { $first | Get-JobRun | Where-Object Worker }
        $second = Start-JobNetwork stop -PassThru
        $stopped = $first | Wait-JobNetwork -Timeout 120s
        $stopped.Status, $stopped.Error | Should -Be 'Aborted', 'StoppedByOtherRun'
        (Get-JobNetworkRun stop -Status Aborted).StatusReason | Should -BeLike "The run '*' of the network has begun, and stops those before it*"
        $stopped.Cause | Should -BeLike "*$($second.ExecutionName)*"
        $null = New-Item $gate
        ($second | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
    }
}

Describe 'Suspend-JobNetwork and Resume-JobNetwork' {
    BeforeAll {
        $null = New-JobNetwork nightly -Tag role=job_worker -Job (New-JobDefinition load 'echo done')
        $null = New-JobNetwork other -Job (New-JobDefinition load true)

        # What a trigger starts while the network is suspended.
        function Start-Held { Start-JobNetwork nightly -ExecutionInput '{"Hold":{"Reason":"倉庫 \"move\"","By":"ann"}}' -PassThru }
    }

    It 'takes days in a time zone, shows them, and takes them back' {
        $days = Suspend-JobNetwork nightly -On 2099-12-31, 2100-01-01 -TimeZone Asia/Tokyo -DayStart 6h -Reason 'The warehouse moves' -PassThru
        $days.From.ToUniversalTime() | Should -Be ([datetime] '2099-12-30T21:00:00'), ([datetime] '2099-12-31T21:00:00')
        $days.Until.ToUniversalTime() | Should -Be ([datetime] '2099-12-31T21:00:00'), ([datetime] '2100-01-01T21:00:00')
        $shown = Get-JobNetworkStatus nightly
        $shown.Suspension.Count, $shown.Suspension[0].Reason | Should -Be 2, 'The warehouse moves'
        $shown | Format-Table | Out-String -Width 250 | Should -Match 'suspended .*: The warehouse moves'
        (Get-JobNetworkStatus other).Suspension | Should -BeNullOrEmpty
        Get-ErrorId { Resume-JobNetwork nightly -On 2099-12-31 } | Should -Be 'JobNetworkNotSuspended'
        Resume-JobNetwork nightly -On 2099-12-31 -TimeZone Asia/Tokyo -DayStart 6h
        (Get-JobNetworkStatus nightly).Suspension.From | Should -Be $days[1].From
        Resume-JobNetwork nightly -WhatIf
        (Get-JobNetworkStatus nightly).Suspension.Count | Should -Be 1
        Resume-JobNetwork nightly
        (Get-JobNetworkStatus nightly).Suspension | Should -BeNullOrEmpty

        # one that is piped is one, not all
        $null = Suspend-JobNetwork nightly -On 2099-12-31, 2100-01-01, 2100-01-02 -TimeZone Asia/Tokyo
        (Get-JobNetworkStatus nightly).Suspension[1] | Resume-JobNetwork
        (Get-JobNetworkStatus nightly).Suspension.From.ToUniversalTime() | Should -Be ([datetime] '2099-12-30T15:00:00'), ([datetime] '2100-01-01T15:00:00')
        (Get-JobNetworkStatus nightly).Suspension | Resume-JobNetwork
        (Get-JobNetworkStatus nightly).Suspension | Should -BeNullOrEmpty
    }

    It 'takes the business day of the network''s calendars, and tells what it does not hold' {
        $null = New-JobCalendar late -TimeZone Asia/Tokyo -DayStart 06:00 -Weekday ([enum]::GetNames([DayOfWeek]))
        $tomorrow = @{ StartDate = (Get-Date).AddDays(1) } # not in the middle of this
        $null = New-JobNetworkTrigger nightly night -Cron '0 2 * * *' -Calendar late @tomorrow
        $day = (Get-Date).ToUniversalTime().Date.AddDays(3)
        $all = Suspend-JobNetwork nightly -On $day -PassThru -Verbose -WarningVariable warned 4>&1
        $held, $told = $all.Where({ $_ -isnot [Management.Automation.VerboseRecord] }, 'Split')
        "$told" | Should -BeLike '*begin at 06:00 (Asia/Tokyo)*'
        $held[0].From.ToUniversalTime(), $held[0].Until.ToUniversalTime() | Should -Be $day.AddHours(-3), $day.AddHours(21)
        $warned | Should -BeNullOrEmpty
        $planned = Get-JobForecast nightly -Days 7 | Where-Object Status -EQ Held
        $planned.BusinessDate | Should -Be $day
        Resume-JobNetwork nightly -On $day
        (Get-JobNetworkStatus nightly).Suspension | Should -BeNullOrEmpty

        $null = New-JobCalendar early -TimeZone UTC -Weekday ([enum]::GetNames([DayOfWeek]))
        $null = New-JobNetworkTrigger nightly noon -Cron '0 12 * * *' -Calendar early @tomorrow
        $held = Suspend-JobNetwork nightly -On $day -TimeZone UTC -PassThru -WarningVariable warned -WarningAction SilentlyContinue
        $held.From.ToUniversalTime() | Should -Be $day
        $warned | Should -BeNullOrEmpty -Because 'two at night in Tokyo is the evening in UTC'
        Suspend-JobNetwork nightly -On $day -TimeZone Asia/Tokyo -DayStart 0h -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeNullOrEmpty -Because 'who says both knows'
        Suspend-JobNetwork nightly -On $day -TimeZone Asia/Tokyo -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "Of the business date $($day.ToString('yyyy-MM-dd')) *not held*: night at *calendar 'late', Asia/Tokyo, from 06:00 on)*"
        Get-JobNetworkTrigger nightly | Remove-JobNetworkTrigger -Confirm:$false
        Resume-JobNetwork nightly
    }

    It 'warns whoever starts it by hand, and holds nothing of that' {
        Assert-Python
        Suspend-JobNetwork nightly -Reason Migration
        $run = Start-JobNetwork nightly -PassThru -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'nightly' is suspended*Migration*"
        ($run | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        Resume-JobNetwork nightly
    }

    It 'lets held runs go on' {
        Assert-Python
        $held = Start-Held
        (Wait-Status $held Held).StatusReason | Should -Be 'held by ann: 倉庫 "move"'
        (Get-JobNetworkStatus nightly).Status | Should -Be 'Held'
        # a newer one, started by hand, hides it not
        $newer = Start-JobNetwork nightly -PassThru
        $null = $newer | Wait-JobNetwork -Timeout 120s
        $status = Get-JobNetworkStatus nightly
        $status.ExecutionName, $status.Status, $status.StatusReason | Should -Be $newer.ExecutionName, 'Succeeded', '1 held'
        $told = Wait-Until { Get-JobAlert | Where-Object { $_.NetworkName -eq 'nightly' -and $_.Error -eq 'RunHeld' } }
        $told.Message | Should -BeLike 'The run is held*倉庫 "move"'
        $told.Next | Should -HaveCount 2
        $resumed = Invoke-Expression "$($told.Next[0]) -Comment ok -PassThru"
        $resumed.ExecutionName | Should -Be $held.ExecutionName
        ($held | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
    }

    It 'discards held runs' {
        $held = Start-Held
        $null = Wait-Status $held Held
        Resume-JobNetwork nightly -Discard -Comment 'not needed'
        $end = $held | Wait-JobNetwork -Timeout 120s
        $end.Status | Should -Be 'Skipped'
        $end.StatusReason | Should -BeLike 'Discarded by *: not needed'
        foreach ($shown in (Get-JobNetworkRun nightly -Last 1), (Get-JobNetworkStatus nightly)) {
            $shown.ExecutionName, $shown.Status, $shown.StatusReason | Should -Be $held.ExecutionName, 'Skipped', $end.StatusReason
        }
    }

    It 'lets one held run go on, or discards it, and holds the others' {
        Assert-Python
        Suspend-JobNetwork nightly -Reason Migration
        $held = 1..3 | ForEach-Object { Start-Held }
        foreach ($run in $held) {
            $null = Wait-Status $run Held
        }

        foreach ($form in ($held[0] | Select-Object NetworkName, ExecutionName, ExecutionArn), ($held[0] | Select-Object NetworkName, ExecutionName), ($held[0] | Get-JobRun)) {
            { $form | Resume-JobNetwork -ErrorAction Stop } | Should -Throw '*Get-JobNetworkRun*' -Because 'it would be taken for the network'
        }
        ($held | Get-JobNetworkRun).Status | Should -Be Held, Held, Held
        Get-JobNetworkRun nightly -ExecutionName $held[0].ExecutionName | Resume-JobNetwork
        ($held[0] | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        ($held[2] | Resume-JobNetwork -Discard -PassThru).ExecutionName | Should -Be $held[2].ExecutionName
        ($held[2] | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Skipped'
        ($held[1] | Get-JobNetworkRun).Status | Should -Be 'Held'
        (Get-JobNetworkStatus nightly).ExecutionName | Should -Be $held[1].ExecutionName -Because 'it wants somebody, though the newest is over'
        (Get-JobNetworkStatus nightly).Suspension.Count | Should -Be 1
        Get-ErrorId { $held[0] | Resume-JobNetwork } | Should -Be 'JobNetworkRunNotHeld'
        Get-JobNetworkStatus nightly | Resume-JobNetwork
        ($held[1] | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        (Get-JobNetworkStatus nightly).Suspension | Should -BeNullOrEmpty
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'a network that is not there'; Script = { Suspend-JobNetwork nobody }; Id = 'JobNetworkNotFound' }
        @{ Case = 'a time that is over'; Script = { Suspend-JobNetwork nightly -On 2001-01-01 }; Id = 'JobNetworkSuspensionOver' }
        @{ Case = 'a time that ends before it begins'; Script = { Suspend-JobNetwork nightly -From 2099-01-02 -Until 2099-01-01 }; Id = 'JobNetworkSuspensionOver' }
        @{ Case = 'a time zone that is none'; Script = { Suspend-JobNetwork nightly -On 2099-01-01 -TimeZone Mars/Base }; Id = 'TimeZoneNotFound' }
        @{ Case = 'to resume what is not suspended'; Script = { Resume-JobNetwork other }; Id = 'JobNetworkNotSuspended' }
    ) {
        Get-ErrorId $Script | Should -Be $Id
        (Get-JobNetworkStatus nightly).Suspension | Should -BeNullOrEmpty
    }
}

Describe 'Deadlines' {
    It 'are read back, measured and refused by name' {
        $job = New-JobDefinition load true -MaxDuration 30m -StartBy 02:00 -FinishBy 05:00
        $job.MaxDuration, $job.StartBy, $job.FinishBy | Should -Be 1800, '02:00', '05:00'
        $network = New-JobNetwork watched -Tag role=x -MaxDuration 2h -FinishBy 06:30 -TimeZone Asia/Tokyo -StopOnDeadline -Job $job
        $network.MaxDuration, $network.FinishBy, $network.TimeZone, $network.StopOnDeadline | Should -Be ([timespan] '02:00'), '06:30', 'Asia/Tokyo', $true
        $network.Job[0].StartBy | Should -Be '02:00'
        $cost = $network | Measure-JobNetwork | Where-Object What -like '*succeeds*'
        $cost.WatchTransitions | Should -Be (1 + 4 * 4 + 1 + 4)
        Get-ErrorId { New-JobDefinition load true -StartBy 25:00 } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobNetwork bad -FinishBy 06:30 -TimeZone Mars/Base -Job (New-JobDefinition a true) } | Should -Be 'InvalidJobNetwork'
    }

    It 'raise an alert while the run goes on, and stop it where that is asked for' {
        Assert-Python
        $null = New-JobNetwork slow -Tag role=job_worker -MaxDuration 1s -Job (New-JobDefinition load 'sleep 4')
        $null = New-JobNetwork stopped -Tag role=job_worker -StopOnDeadline -Job (New-JobDefinition load 'sleep 60' -MaxDuration 2s)
        $runs = Start-JobNetwork slow, stopped -PassThru | Wait-JobNetwork -Timeout 120s
        ($runs | Where-Object NetworkName -eq slow).Status | Should -Be 'Succeeded'
        $end = $runs | Where-Object NetworkName -eq stopped
        $end.Status, $end.Error | Should -Be 'Aborted', 'Deadline'
        $told = Wait-Until { Get-JobAlert | Where-Object { $_.NetworkName -eq 'slow' } }
        @($told).Count, $told.Error, $told.Message | Should -Be 1, 'Overdue', 'The run takes longer than 1s.'
        $told = Wait-Until { Get-JobAlert | Where-Object { $_.NetworkName -eq 'stopped' -and $_.Error -eq 'Overdue' } }
        $told.JobName | Should -Be 'load'
    }
}
