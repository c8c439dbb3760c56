# What starts networks: schedules and events.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack
    $tag = @{ role = 'nobody' }
    foreach ($name in 'nightly', 'report', '日次 集計'.Replace(' ', '')) {
        $null = New-JobDefinition work true | New-JobNetwork $name -Tag $tag -Parameter @{ key = '' }
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'New-JobNetworkTrigger' {
    AfterEach {
        Get-JobNetworkTrigger | Remove-JobNetworkTrigger -Confirm:$false
    }

    It 'starts the network at its time, once, with a run named after it' {
        $due = Get-Soon
        $made = New-JobNetworkTrigger nightly -At $due -Parameter @{ key = 'v' }
        $made.Name | Should -Be 'at'

        $run = Wait-Until { Get-JobNetworkRun nightly }

        $run.ExecutionName | Should -Be "nightly-$($due.ToUniversalTime().ToString('yyyyMMddTHHmmss'))Z"
        $null = $run | Stop-JobNetwork -Confirm:$false
        (Get-JobNetworkTrigger nightly).NextDueTime | Should -Be $null
    }

    It 'takes both crons, shows two schedules as one trigger, and what comes next' {
        $made = Get-JobNetwork nightly | New-JobNetworkTrigger -Name both -Cron '0 3 13 * FRI' -TimeZone Asia/Tokyo -Description 'the 13th or a Friday'
        $made.ScheduleName | Should -Be 'nightly.both.1', 'nightly.both.2'
        $null = New-JobNetworkTrigger nightly last -Cron '0 3 L * ? *'
        $null = New-JobNetworkTrigger nightly rate -Rate ([timespan]'00:15:00')
        $all = Get-JobNetworkTrigger nightly
        $all.Name | Should -Be 'both', 'last', 'rate'
        $all[2].Schedule | Should -Be '15 minutes'
        $all | ForEach-Object { $_.NextDueTime | Should -BeGreaterThan (Get-Date) }
        (Get-JobNetworkTrigger 'n*' 'b*').Description | Should -Be 'the 13th or a Friday'
        # one due time, one run: with whose parameters?
        $null = New-JobNetworkTrigger nightly fridays -Cron '0 3 * * FRI' -TimeZone Asia/Tokyo -Parameter @{ key = 'v' } -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'fridays' and 'both'*are both due*"
        $friday = (Get-JobNetworkTrigger nightly fridays).NextDueTime
        $runs = Get-JobForecast nightly -From $friday -Until $friday | Where-Object TriggerName -in both, fridays
        $runs.Note | Should -Be $null, 'one run with both'
        $runs.ExecutionName | Select-Object -Unique | Should -HaveCount 1
        # times of the past, as the alert of missed ones gives them
        $past = Get-JobForecast nightly -From '2026-01-31T03:00:00Z' -Until '2026-02-28T03:00:00Z' | Where-Object TriggerName -eq last
        $past.ExecutionName | Should -Be 'nightly-20260131T030000Z', 'nightly-20260228T030000Z'
        # a row is of its own trigger, not of all that its network has
        ($runs[0] | Get-JobNetworkTrigger).Name | Should -Be $runs[0].TriggerName
        ($all[1] | Get-JobNetworkTrigger).Name | Should -Be 'last'
        (Get-JobNetwork nightly | Get-JobNetworkTrigger).Name | Should -Be 'both', 'fridays', 'last', 'rate'
    }

    It 'takes networks in any script, and from the pipeline' {
        $name = '日次集計'
        (Get-JobNetwork $name, nightly | New-JobNetworkTrigger -Rate '1 day').NetworkName | Should -Be $name, nightly
        (Get-JobNetworkTrigger $name).NetworkName | Should -Be $name
        (Get-JobNetworkTrigger $name).ScheduleName | Should -Match '^[0-9A-Za-z_.-]+$'
    }

    It 'warns of the night whose time the clock leaves out, and mends it' {
        $null = New-JobNetworkTrigger nightly -Cron '30 2 * * *' -TimeZone Europe/Berlin -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*02:30*-OnGap RunAfter*'
        $spring = @{ From = [datetime]'2027-03-27'; Days = 3; WarningAction = 'SilentlyContinue' }
        (Get-JobForecast nightly @spring).Status | Should -Be 'Planned', 'Dropped', 'Planned'
        (Get-JobForecast nightly @spring -OnGap RunAfter).Status | Should -Be 'Planned', 'Planned', 'Planned'
        (Set-JobNetworkTrigger nightly -OnGap RunAfter -PassThru).ScheduleName.Count | Should -BeGreaterThan 4
        (Get-JobForecast nightly @spring).Status | Should -Be 'Planned', 'Planned', 'Planned'
        # they are made for five years
        Get-JobNetworkTrigger nightly | Select-Object -ExpandProperty Note | Should -BeNullOrEmpty
        $far = Get-JobForecast nightly -From ([datetime]'2034-03-25') -Days 3 -WarningVariable warned -WarningAction SilentlyContinue
        $far.Status | Should -Be 'Planned', 'Dropped', 'Planned'
        "$warned" | Should -BeLike "*2034-03-26 02:30*five years*Set-JobNetworkTrigger 'nightly' -Name 'cron' renews them*"
        (Set-JobNetworkTrigger nightly -OnGap Skip -PassThru -WarningAction SilentlyContinue).ScheduleName | Should -Be 'nightly.cron.1'
    }

    It 'means UTC without a time zone, and says so where the machine''s clock is another: <Case>' -ForEach @(
        @{ Case = 'a cron'; Zone = 'Asia/Tokyo'; Arguments = @{ Cron = '0 3 * * *' }; Told = $true; Means = 'UTC' }
        @{ Case = 'a text'; Zone = 'Asia/Tokyo'; Arguments = @{ At = '2099-12-31T23:30' }; Told = $true; Means = 'UTC' }
        @{ Case = 'a start as text'; Zone = 'Asia/Tokyo'; Arguments = @{ Rate = '1 day'; StartDate = '2099-12-31T23:30' }; Told = $true; Means = 'UTC' }
        @{ Case = 'a text with an offset'; Zone = 'Asia/Tokyo'; Arguments = @{ At = '2099-12-31T23:30+09:00' }; Told = $false; Means = 'UTC' }
        @{ Case = 'a rate'; Zone = 'Asia/Tokyo'; Arguments = @{ Rate = '1 day' }; Told = $false; Means = 'UTC' }
        @{ Case = 'UTC itself'; Zone = 'Asia/Tokyo'; Arguments = @{ Cron = '0 3 * * *'; TimeZone = 'UTC' }; Told = $false; Means = 'UTC' }
        @{ Case = 'the machine''s'; Zone = 'Asia/Tokyo'; Arguments = @{ Cron = '0 3 * * *'; TimeZone = 'Local' }; Told = $false; Means = 'Asia/Tokyo' }
        @{ Case = 'a machine in UTC'; Zone = 'UTC'; Arguments = @{ Cron = '0 3 * * *' }; Told = $false; Means = 'UTC' }
        @{ Case = 'a calendar'; Zone = 'Asia/Tokyo'; Arguments = @{ Cron = '0 3 * * *'; Calendar = 'york' }; Told = $false; Means = 'America/New_York' }
    ) {
        $null = New-JobCalendar york -TimeZone America/New_York -Force
        $made = Use-TimeZone $Zone { New-JobNetworkTrigger nightly z @Arguments -WarningVariable script:warned -WarningAction SilentlyContinue }
        $made.TimeZone | Should -Be $Means
        @($script:warned -like '*meant in UTC*clock is that of Asia/Tokyo*-TimeZone Asia/Tokyo, or -TimeZone UTC*').Count | Should -Be ([int] $Told)
        Use-TimeZone $Zone { Set-JobNetworkTrigger nightly z -Description d -WarningVariable script:warned -WarningAction SilentlyContinue }
        "$script:warned" | Should -Not -BeLike '*meant in UTC*' -Because 'it has its clock, and nobody spoke of it'
    }

    It 'says by whose clock days are counted, where that of its calendar is another' {
        $null = New-JobCalendar tokyo -TimeZone Asia/Tokyo
        $null = New-JobNetworkTrigger nightly z -Cron '0 20 25 * *' -TimeZone America/New_York -Calendar tokyo -Shift Next -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*America/New_York*calendar 'tokyo', Asia/Tokyo*20:00 (America/New_York), has the business date*-TimeZone Asia/Tokyo*"
        Set-JobNetworkTrigger nightly z -TimeZone Asia/Tokyo -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeNullOrEmpty
    }

    It 'says why it is never due: <Says>' -ForEach @(
        @{ Arguments = @{ At = '2001-12-31T23:30' }; Says = '*its time, 2001-12-31 23:30:00 (UTC), is in the past.' }
        @{ Arguments = @{ Cron = '0 0 31 2 ? *' }; Says = '*its cron names no day that there is.' }
        @{ Arguments = @{ Cron = '0 0 1 1 ? 1999' }; Says = '*all its times are in the past.' }
    ) {
        $null = New-JobNetworkTrigger nightly never @Arguments -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike $Says
    }

    It 'waits for events, and for the end of another network' {
        $made = New-JobNetworkTrigger nightly -EventPattern @{ source = 'my.app'; detail = @{ state = 'ready' } } -Parameter @{ key = '$.detail.key' }
        $made.Schedule | Should -Be '{"detail":{"state":["ready"]},"source":["my.app"]}'
        $tests = New-JobNetworkTrigger nightly tests -EventPattern @{
            source = @{ prefix = 'my.' }; detail = @{ price = @{ numeric = '>', 10 }; name = @{ 'anything-but' = 'a', 'b' }; gone = @{ exists = $false }; exists = 'a field'; prefix = @{ a = 'below it' } }
        }
        $tests.Schedule | Should -Be ('{"detail":{"exists":["a field"],"gone":[{"exists":false}],"name":[{"anything-but":["a","b"]}],"prefix":{"a":["below it"]},"price":[{"numeric":[">",10]}]},' +
            '"source":[{"prefix":"my."}]}')
        (TabExpansion2 'Get-JobNetworkTrigger nightly te' 32).CompletionMatches.CompletionText | Should -Be 'tests'
        Remove-JobNetworkTrigger nightly tests -Confirm:$false
        $null = New-JobNetworkTrigger nightly tests -EventPattern @{ sorce = 'shop'; detail = @{ a = 1 } } -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*asks for 'sorce', which no event has*"
        Remove-JobNetworkTrigger nightly tests -Confirm:$false
        (New-JobNetworkTrigger report -After nightly -OnlyIf Failed).Schedule | Should -Be 'after nightly, Failed'
        Get-ErrorId { Remove-JobNetwork nightly -Confirm:$false } | Should -Be 'JobNetworkInUse'
        Get-ErrorId { New-JobNetworkTrigger nightly back -After report } | Should -Be 'JobNetworkTriggerCircle'
        Get-ErrorId { New-JobNetworkTrigger report x -After nowhere } | Should -Be 'JobNetworkNotFound'
        $failure = { New-JobNetworkTrigger report x -EventPattern '{"a":[{"prefixx":"1"}]}' } | Should -Throw -ErrorId 'InvalidJobNetworkTrigger,*' -PassThru
        "$failure" | Should -BeLike "*trigger 'x' (EventPattern): The pattern is not valid: Unrecognized match type prefixx. Write each value as a list*"
        (Get-JobNetworkTrigger report).Name | Should -Be 'after'

        $earlier = @(Get-JobNetworkRun nightly -Last 5).ExecutionName
        $null = New-JobNetworkTrigger nightly -At (Get-Soon)
        $run = Wait-Until { Get-JobNetworkRun nightly -Last 5 | Where-Object ExecutionName -NotIn $earlier }
        $null = $run | Stop-JobNetwork -Confirm:$false
        $after = Wait-Until { Get-JobNetworkRun report }
        $after.ExecutionName | Should -Be ($run.ExecutionName -replace 'nightly', 'report')
        $after | Stop-JobNetwork -Confirm:$false
    }

    It 'is told in the forecast after what it comes after, once each, with what has to happen' {
        $third = '日次集計'
        $null = New-JobNetworkTrigger nightly -Cron '0 3 * * *' -TimeZone UTC
        $null = New-JobNetworkTrigger nightly again -Cron '0 3 * * *' -TimeZone UTC
        $null = New-JobNetworkTrigger report -After nightly
        $null = New-JobNetworkTrigger $third -After report -OnlyIf Failed
        $null = New-JobNetworkTrigger $third always -After report -OnlyIf Ended
        $noon = [datetime]::SpecifyKind('2099-12-31T12:00', 'Utc').ToLocalTime()
        $due = $noon.AddHours(15)
        $planned = Get-JobForecast -From $noon -Days 1
        $planned.NetworkName | Should -Be nightly, nightly, report, $third, $third
        $planned.TriggerName | Should -Be again, cron, after, after, always
        $planned.After | Should -Be $null, $null, nightly, report, report
        $planned.Note | Should -Be $null, 'one run with again', 'after nightly, if it succeeds: no fixed time', 'after report, if it fails: no fixed time', 'after report: no fixed time; one run with after'
        $planned.DueTime | Select-Object -Unique | Should -Be $due
        $planned[3].ExecutionName | Should -BeLike '*-21000101T030000Z'

        # what it comes after is looked for, and not shown
        (Get-JobForecast $third -From $noon -Days 1).NetworkName | Should -Be $third, $third
        Suspend-JobNetwork report -From '2099-12-31' -TimeZone UTC
        (Get-JobForecast -From $noon -Days 1).Status | Should -Be Planned, Planned, Held, Held, Held
        Resume-JobNetwork report
        $null = Disable-JobNetworkTrigger report
        (Get-JobForecast -From $noon -Days 1).NetworkName | Should -Be nightly, nightly
    }

    It 'tells a bucket to tell of its objects, and names one that is not there' {
        Get-ErrorId { New-JobNetworkTrigger report -OnFile s3://nowhere/in/ } | Should -Be 'BucketNotFound'
        { New-JobNetworkTrigger report -OnFile s3://nowhere/in/ -ErrorAction Stop } | Should -Throw -ExpectedMessage "*no bucket 'nowhere'*"
        Get-JobNetworkTrigger | Should -BeNullOrEmpty
    }

    It 'shows when it is due in whole, in tables of 120 columns' {
        $name = 'a-network-of-a-very-long-name'
        $null = New-JobDefinition work true | New-JobNetwork $name -Tag $tag
        $null = New-JobNetworkTrigger $name a-trigger-of-a-long-name -Cron '0,10,20,30,40,50 1-5,8-20 1-5,10-15 * MON-FRI' -TimeZone America/Argentina/Buenos_Aires -WarningAction SilentlyContinue
        $null = New-JobNetworkTrigger $name later -At 2099-12-31T23:30
        $triggers = Get-JobNetworkTrigger $name
        $next = $triggers[0].NextDueTime
        $next | Should -BeLessThan $triggers[1].NextDueTime
        (Get-JobNetworkStatus $name).NextDueTime | Should -Be $next
        foreach ($shown in ($triggers | Format-Table | Out-String -Width 120), (Get-JobNetworkStatus $name | Format-Table | Out-String -Width 120)) {
            $shown | Should -Match $next.ToString('yyyy-MM-dd HH:mm:ss')
        }
        $triggers | Format-Table | Out-String -Width 80 | Should -Match ('True +' + $next.ToString('yyyy-MM-dd HH:mm:ss'))
        $planned = Get-JobForecast $name -From $next -Until $next
        $planned | Out-String -Width 80 | Should -Match ($next.ToString('yyyy-MM-dd HH:mm') + ' \S+ +\S+ +\S+ +Planned')
        # beside the trigger's own zone
        $triggers | Out-String -Width 120 | Should -Match ([regex]::Escape($next.ToString('yyyy-MM-dd HH:mm:ss zzz')))

        $null = Disable-JobNetworkTrigger $name
        (Get-JobNetworkStatus $name).NextDueTime | Should -BeNullOrEmpty
    }

    It 'says what is wrong, and where' -ForEach @(
        @{ Arguments = @{ Cron = '0 25 * * *' }; Says = '*hour, column 3: 25 is no hour*' }
        @{ Arguments = @{ Cron = '0 3 * * *'; TimeZone = 'Asia/Tokio' }; Says = "*'Asia/Tokio' is no time zone*" }
        @{ Arguments = @{ Rate = '5 fortnights' }; Says = '*Rate*fortnights*' }
        @{ Arguments = @{ }; Says = '*exactly one of Cron*' }
        @{ Arguments = @{ Cron = '@daily'; Rate = '1 day' }; Says = '*both Cron and Rate*' }
        @{ Arguments = @{ Cron = '@reboot' }; Says = '*@reboot is no time*' }
        @{ Arguments = @{ OnFile = 'bucket' }; Says = '*s3://bucket/prefix*' }
        @{ Arguments = @{ Cron = '@daily'; Parameter = @{ nix = '1' } }; Says = "*no parameter 'nix'*" }
    ) {
        { New-JobNetworkTrigger nightly x @Arguments -ErrorAction Stop } | Should -Throw -ExpectedMessage $Says
        Get-JobNetworkTrigger | Should -BeNullOrEmpty
    }

    It 'refuses what is there, what is not there, and changes nothing for -WhatIf' {
        Get-ErrorId { New-JobNetworkTrigger nowhere -Cron '@daily' } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Get-JobNetworkTrigger nowhere } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Get-JobForecast nowhere, nightly } | Should -Be 'JobNetworkNotFound'
        New-JobNetworkTrigger nightly -Cron '@daily' -WhatIf
        Get-JobNetworkTrigger | Should -BeNullOrEmpty
        $null = New-JobNetworkTrigger nightly -Cron '@daily'
        Get-ErrorId { New-JobNetworkTrigger nightly -Cron '@hourly' } | Should -Be 'JobNetworkTriggerExists'
        (New-JobNetworkTrigger nightly cron -Rate '1 day' -Force).Schedule | Should -Be '1 day'
        Get-ErrorId { Set-JobNetworkTrigger nightly nix -Cron '@daily' } | Should -Be 'JobNetworkTriggerNotFound'
        $null = New-JobNetworkTrigger nightly two -Cron '@daily'
        Get-ErrorId { Set-JobNetworkTrigger nightly -Cron '@hourly' } | Should -Be 'JobNetworkTriggerAmbiguous'
    }
}

Describe 'Triggers start' {
    # A minute may pass until the last of these tests is told anything.
    BeforeAll {
        $days = [enum]::GetNames([DayOfWeek])
        $later = (Get-Date).ToUniversalTime().Date.AddDays(3)
        $null = New-JobCalendar open -TimeZone UTC -Weekday $days
        $null = New-JobCalendar shut -TimeZone UTC -Weekday $later.DayOfWeek
        foreach ($name in 'open', 'shut') {
            $null = New-JobDefinition work true | New-JobNetwork "days-$name" -Tag $tag
            $null = New-JobNetworkTrigger "days-$name" -Cron '* * * * *' -Calendar $name
        }
    }

    AfterAll {
        Get-JobNetworkTrigger | Remove-JobNetworkTrigger -Confirm:$false
        Get-JobNetworkRun -Status Running | Stop-JobNetwork -Confirm:$false
    }

    It 'a run for each file that arrives, once it is complete, also while the runtime is away' {
        $inbox = Join-Path $TestFolder 'in box'
        $null = New-Item -ItemType Directory $inbox
        $made = New-JobNetworkTrigger report -OnPath "$inbox/*.csv" -Parameter @{ key = '$.detail.object.key' }
        $made.Name, $made.Schedule, $made.NextDueTime | Should -Be 'path', "$inbox/*.csv", $null
        $earlier = @(Get-JobNetworkRun report).ExecutionName
        function Get-Told {
            $runs = @(Get-JobNetworkRun report | Where-Object ExecutionName -NotIn $earlier | Get-JobNetworkRun)
            if ($runs.Count -ge $args[0]) { $runs }
        }

        Set-Content "$inbox/renamed.part" whole
        Rename-Item "$inbox/renamed.part" 'named 日.csv'
        $writer = [IO.File]::CreateText("$inbox/written.csv")
        $writer.WriteLine('half')
        $writer.Flush() # nothing but the other half after this: a file that rests for two seconds is complete
        $writer.WriteLine('other half')
        $writer.Dispose()
        $runs = Wait-Until { Get-Told 2 }
        $runs.TriggerName | Should -Be 'path', 'path'
        $runs[0].DueTime | Should -BeGreaterThan (Get-Date).AddMinutes(-5)
        ($runs.Parameter.key | Sort-Object -CaseSensitive) -join ' ' | Should -Be 'named 日.csv written.csv'

        Stop-JobRuntime -DataPath (Join-Path $TestFolder 'runtime')
        Set-Content "$inbox/away.csv" whole
        Start-TestRuntime
        $runs = Wait-Until { Get-Told 3 }
        @($runs.Parameter.key) | Should -HaveCount 3
        $runs.Parameter.key | Should -Contain 'away.csv'
        $runs | Stop-JobNetwork -Confirm:$false
    }

    It 'a run that is held, while the network is suspended' {
        $null = New-JobDefinition work true | New-JobNetwork tonight -Tag $tag
        Suspend-JobNetwork tonight -On (Get-Date).Date, (Get-Date).Date.AddDays(1) -Reason 'stocktaking'
        $due = Get-Soon
        $null = New-JobNetworkTrigger tonight -At $due
        $held = Wait-Until { Get-JobNetworkRun tonight | Where-Object Status -EQ Held }
        $held.StatusReason | Should -BeLike 'held by *: stocktaking'
        $null = New-JobNetworkTrigger tonight -Name noon -At (Get-Date).Date.AddDays(1).AddHours(12)
        $planned = Get-JobForecast tonight -Days 2
        $planned.Status | Should -Be Held
        $planned.Note | Should -BeLike 'suspended from * until *: stocktaking'
        Resume-JobNetwork tonight
        (Get-JobForecast tonight -Days 2).Status | Should -Be Planned
        Wait-Until { ($held | Get-JobNetworkRun).Status -ne 'Held' } | Should -BeTrue
        $run = $held | Get-JobNetworkRun
        $run.TriggerName, $run.DueTime.ToString('s') | Should -Be 'at', $due.ToString('s')
        $held | Stop-JobNetwork -Confirm:$false
    }

    It 'on the days of its calendar only, and tell the business date' {
        (Get-JobNetworkTrigger days-shut).NextDueTime | Should -Be $later.ToLocalTime()
        (Get-JobNetworkStatus days-shut).NextDueTime | Should -Be $later.ToLocalTime()
        $planned = Get-JobForecast days-open | Select-Object -First 1
        $planned.BusinessDate | Should -Be $planned.DueTime.ToUniversalTime().Date
        $planned | Format-List | Out-String | Should -Match "BusinessDate +: $($planned.BusinessDate.ToString('yyyy-MM-dd'))\s"

        # the minute comes for both
        $run = $null
        for ($tries = 0; -not $run -and $tries -lt 3; $tries++) {
            $run = Wait-Until { Get-JobNetworkRun days-open | Get-JobNetworkRun } | Select-Object -First 1
        }

        $run.TriggerName, $run.BusinessDate | Should -Be 'cron', $run.DueTime.ToUniversalTime().Date
        $run.ExecutionName | Should -Be "days-open-$($run.DueTime.ToUniversalTime().ToString('yyyyMMddTHHmmss'))Z"
        $run | Format-List | Out-String | Should -Match "BusinessDate +: $($run.BusinessDate.ToString('yyyy-MM-dd'))\s"
        Get-JobNetworkRun days-shut | Should -BeNullOrEmpty
        Get-JobAlert | Where-Object NetworkName -EQ days-shut | Should -BeNullOrEmpty
    }
}

Describe 'Triggers' {
    It 'are turned off and on, keep what they are, and go with their network' {
        $null = New-JobDefinition work true | New-JobNetwork gone -Tag $tag
        $null = New-JobNetworkTrigger gone -Cron '0 3 * * *' -TimeZone Asia/Tokyo
        $null = New-JobNetworkTrigger gone -EventPattern '{"source":["a"]}'
        (Disable-JobNetworkTrigger gone -PassThru).Enabled | Should -Be $false, $false
        Get-JobForecast gone | Should -BeNullOrEmpty
        (Get-JobNetworkTrigger gone | Enable-JobNetworkTrigger -PassThru).Enabled | Should -Be $true, $true
        (Get-JobNetworkTrigger gone cron).TimeZone | Should -Be 'Asia/Tokyo'
        Remove-JobNetwork gone -Confirm:$false
        Get-JobNetworkTrigger | Should -BeNullOrEmpty
    }

    It 'are in files, planned, applied and compared' {
        $folder = Join-Path $TestFolder 'files'
        $null = New-JobNetworkTrigger nightly -Cron '0 3 * * MON-FRI' -TimeZone Asia/Tokyo
        $null = New-JobNetworkTrigger nightly -EventPattern '{"source":["a"]}'
        Export-JobNetwork nightly -Path $folder
        $file = Join-Path $folder 'nightly.jobnetwork.yaml'
        (Import-JobNetwork $folder).Action | Should -Be 'Same'
        (Get-Content $file -Raw) -replace 'MON-FRI', 'MON-SAT' | Set-Content $file -NoNewline
        (Import-JobNetwork $folder -WhatIf).Differences | Should -Be 'Trigger cron Cron: 0 3 * * MON-FRI -> 0 3 * * MON-SAT'
        (Compare-JobNetwork $folder -Name nightly).Field | Should -Be 'Trigger cron Cron'
        (Import-JobNetwork $folder).State | Should -Be 'Done'
        (Get-JobNetworkTrigger nightly cron).Schedule | Should -Be '0 3 * * MON-SAT'
        Compare-JobNetwork $folder -Name nightly | Should -BeNullOrEmpty
        (Get-Content $file -Raw) -replace '(?s)Triggers:.*?(?=Jobs:)' | Set-Content $file -NoNewline
        (Import-JobNetwork $folder).Action | Should -Be 'Same' -Because 'a file without triggers leaves them alone'
        (Get-Content $file -Raw) -replace 'Jobs:', "Triggers:`n  - Name: c`n    Cron: '0 3 * * *'`n    Calendar: nowhere`nJobs:" | Set-Content $file -NoNewline
        { Import-JobNetwork $folder -WhatIf -ErrorAction Stop } | Should -Throw -ExpectedMessage "*trigger 'c'*calendar 'nowhere'*"
        (Get-Content $file -Raw) -replace "Cron: '0 3 \* \* \*'", "EventPattern: '{`"source`":[{`"prefixx`":`"a`"}]}'" -replace '    Calendar: nowhere\n' | Set-Content $file -NoNewline
        { Import-JobNetwork $folder -WhatIf -ErrorAction Stop } | Should -Throw -ExpectedMessage "*nightly.jobnetwork.yaml:*:19: trigger 'c' (Triggers*.EventPattern): The pattern is not valid: Unrecognized match type prefixx.*"
        (Get-Content $file -Raw) -replace 'EventPattern: .*', 'After: report' | Set-Content $file -NoNewline
        (Import-JobNetwork $folder).State | Should -Be 'Done'
        (Get-JobNetworkTrigger nightly).Schedule | Should -Be 'after report'
        Get-JobNetworkTrigger | Remove-JobNetworkTrigger -Confirm:$false
    }
}

Describe 'A trigger that is named like another network' {
    BeforeAll {
        $null = New-JobNetworkTrigger nightly report -At (Get-Date).AddHours(20)
    }

    AfterAll {
        Get-JobNetworkTrigger | Remove-JobNetworkTrigger -Confirm:$false
    }

    It 'is taken for its own network by <_>' -ForEach 'Get-JobNetwork', 'Get-JobNetworkStatus', 'Get-JobForecast', 'Get-JobNetworkTrigger', 'Export-JobNetwork' {
        $found = Get-JobNetworkTrigger nightly report | & $_
        if ($_ -eq 'Export-JobNetwork') { $found | Should -Match '(?m)^Name: nightly' } else { $found.NetworkName | Should -Be 'nightly' }
    }

    It 'starts and stops its own network' {
        $trigger = Get-JobNetworkTrigger nightly report
        $run = $trigger | Start-JobNetwork -PassThru
        $run.NetworkName | Should -Be 'nightly'
        ($trigger | Get-JobNetworkRun -Last 1).NetworkName | Should -Be 'nightly'
        $trigger | Stop-JobNetwork
        (Get-JobNetworkRun -ExecutionArn $run.ExecutionArn).Status | Should -Be 'Aborted'
    }

    It 'is less than its network: <_> refuses it, and a run, a row of the forecast, and what only has a name in common' -ForEach 'Remove-JobNetwork', 'Suspend-JobNetwork', 'Set-JobNetwork' {
        $more = if ($_ -eq 'Set-JobNetwork') { @{ AlertChannel = 'low' } } else { @{} }
        $null = Register-JobWorker nightly -ErrorAction SilentlyContinue
        $channel = (Get-JobNetwork nightly).AlertChannel
        $parts = @(
            Get-JobNetworkTrigger nightly report
            Get-JobNetworkTrigger nightly report | Select-Object *
            Get-JobNetworkRun nightly -Last 1
            Get-JobNetworkRun nightly -Last 1 | ConvertTo-Csv | ConvertFrom-Csv
            Get-JobForecast nightly -Days 2 | Select-Object -First 1
            Get-JobWorker nightly
        )
        $parts.Count | Should -Be 6
        foreach ($part in $parts) {
            { $part | & $_ @more -Confirm:$false -ErrorAction Stop } | Should -Throw '*network*'
        }
        (Get-JobNetwork nightly).AlertChannel | Should -Be $channel
        (Get-JobNetworkStatus nightly).Suspension | Should -BeNullOrEmpty
        { Get-JobWorker nightly | Get-JobNetwork -ErrorAction Stop } | Should -Throw '*JobWorker is no network*'
        Unregister-JobWorker nightly -Confirm:$false
    }

    It 'is not needed: any object that tells its network will do' {
        ([pscustomobject] @{ NetworkName = 'nightly'; Name = 'report' } | Get-JobNetwork).Name | Should -Be 'nightly'
        ([pscustomobject] @{ NetworkName = 'nightly' } | Get-JobRun).NetworkName | Should -Be 'nightly'
        (Get-JobNetwork -Name (Get-JobNetworkTrigger nightly report)).Name | Should -Be 'nightly'
        (Get-JobNetworkTrigger nightly report | Measure-JobNetwork -WarningAction SilentlyContinue)[0].NetworkName | Should -Be 'nightly'
        [pscustomobject] @{ NetworkName = 'nightly' } | Show-JobNetwork -As Mermaid | Should -Match 'work'
        { [pscustomobject] @{ NetworkName = 'nightly'; Name = 'report' } | Remove-JobNetworkTrigger -ErrorAction Stop } | Should -Throw '*cannot be bound*'
        ([pscustomobject] @{ Name = 'nightly' } | Get-JobNetwork).Name | Should -Be 'nightly'
    }
}
