# Calendars, kept in the local runtime. Dates are those of the year in which the tests run: a calendar tells the years around it.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    Set-Location $TestFolder
    $year = [DateTime]::UtcNow.Year
    $ics = @"
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:${year}0101
SUMMARY:元日
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:$($year - 1)1229
DTEND;VALUE=DATE:${year}0101
SUMMARY:Year's end\, closed
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
DTSTART:${year}0601T100000Z
SUMMARY:Meeting
END:VEVENT
END:VCALENDAR
"@
    $ics | Set-Content -Encoding utf8 holidays.ics
}

AfterAll {
    Stop-TestRuntime
}

Describe 'New-JobCalendar' {
    It 'makes a calendar from weekdays, dates, stretches, reasons and files, and reads it back' {
        $made = New-JobCalendar jp-business -TimeZone Asia/Tokyo -DayStart 06:00 -Description 営業日 -Path ./*.ics -Closed Wednesday, "$year-03-02..$year-03-04", @{ "$year-04-01" = 'audit' } `
            -Open "$year-12-30" -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike "*holidays.ics*1 event(s) with times*Meeting*"
        $made.Version | Should -Be 1
        $read = Get-JobCalendar jp-*
        "$($read.Name) $($read.TimeZone) $($read.DayStart) $($read.Description) $($read.As)" | Should -Be 'jp-business Asia/Tokyo 06:00:00 営業日 Parameter'
        $read.Weekday | Should -Be Monday, Tuesday, Thursday, Friday
        ($read.Closed | Where-Object Reason -eq audit).Date | Should -Be ([DateTime]::new($year, 4, 1))
        ($read.Closed | Where-Object Date -eq ([DateTime]::new($year, 1, 1))).Reason | Should -Be '元日'
        $read.Open.Date | Should -Be ([DateTime]::new($year, 12, 30))
        $read.FirstDate, $read.LastDate | Should -Be ([DateTime]::new($year - 1, 1, 1)), ([DateTime]::new($year + 2, 12, 31))
    }

    It 'takes rows of a CSV file, and dates as such' {
        "Date,Reason`n$year-07-01,founding day" | Set-Content -Encoding utf8 days.csv
        $made = New-JobCalendar csv -Closed (Import-Csv days.csv), ([DateTime]::new($year, 7, 2))
        $made.Closed.Reason | Should -Be 'founding day', ''
        $made.Closed.Date | Should -Be ([DateTime]::new($year, 7, 1)), ([DateTime]::new($year, 7, 2))
    }

    It 'merges other calendars: what one has closed is closed' {
        $null = New-JobCalendar europe -Weekday Monday, Tuesday, Wednesday -Closed "$year-07-02"
        $made = New-JobCalendar both -Calendar csv, europe
        $made.Weekday | Should -Be Monday, Tuesday, Wednesday
        @($made.Closed.Date) | Should -Be ([DateTime]::new($year, 7, 1)), ([DateTime]::new($year, 7, 2))
    }

    It 'refuses what can''t be used: <Id> (<Says>)' -ForEach @(
        @{ Id = 'JobCalendarDateInvalid'; Script = { New-JobCalendar x -Closed "$year-01-01", "$year-13-01" }; Says = '*-Closed, item 2*' }
        @{ Id = 'JobCalendarDateInvalid'; Script = { New-JobCalendar x -Open Monday }; Says = '*-Open, item 1*' }
        @{ Id = 'JobCalendarDateInvalid'; Script = { New-JobCalendar x -Closed "$year-02-02..$year-02-01" }; Says = '*runs backwards*' }
        @{ Id = 'JobCalendarDateInvalid'; Script = { New-JobCalendar x -Closed "$year-12-24..$year-12-26" -Open "$year-12-25" }; Says = "*$year-12-25 both closed and open*" }
        @{ Id = 'JobCalendarInvalid'; Script = { New-JobCalendar x -TimeZone Asia/Edo }; Says = '*Asia/Edo*IANA*' }
        @{ Id = 'JobCalendarInvalid'; Script = { New-JobCalendar 'a b' }; Says = '*A-Z a-z 0-9*' }
        @{ Id = 'JobCalendarInvalid'; Script = { New-JobCalendar x -DayStart 25:00:00 }; Says = '*00:00 to 23:59*' }
        @{ Id = 'JobCalendarInvalid'; Script = { New-JobCalendar x -Closed Monday, tue, WED, thursday, fri }; Says = '*no open day*' }
        @{ Id = 'JobCalendarFileInvalid'; Script = { 'BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART:yesterday', 'END:VEVENT', 'END:VCALENDAR' | Set-Content bad.txt; New-JobCalendar x -Path bad.txt }; Says = '*bad.txt*DTSTART, line 3*' }
        @{ Id = 'JobCalendarFileNotFound'; Script = { New-JobCalendar x -Path gone.ics }; Says = '*gone.ics*' }
        @{ Id = 'JobCalendarExists'; Script = { New-JobCalendar csv }; Says = '*-Force*' }
        @{ Id = 'JobCalendarNotFound'; Script = { New-JobCalendar x -Calendar nowhere }; Says = '*nowhere*' }
        @{ Id = 'JobCalendarTooLarge'; Script = { New-JobCalendar x -Closed @{ "$year-01-01" = 'x' * 9000 } }; Says = '*8192*' }
    ) {
        Get-ErrorId $Script | Should -Be $Id
        { $ErrorActionPreference = 'Stop'; & $Script } | Should -Throw -ExpectedMessage $Says
    }

    It 'changes nothing with -WhatIf, and replaces with -Force' {
        New-JobCalendar new -WhatIf
        Get-ErrorId { Get-JobCalendar new } | Should -Be 'JobCalendarNotFound'
        (New-JobCalendar csv -Force -Description again).Version | Should -Be 2
        (Get-JobCalendar csv -History).Description | Should -Be 'again', $null
        Get-JobCalendar csv -History | Out-String -Width 120 | Should -Match 'csv +2 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S+ '
    }
}

Describe 'Get-JobCalendarDate' {
    BeforeAll {
        $null = New-JobCalendar plain -TimeZone UTC -Closed @{ "$year-12-31" = 'stock taking' }
    }

    It 'tells state, reason and the business day''s numbers' {
        $days = Get-JobCalendarDate plain -From "$year-12-01" -To "$year-12-31"
        $days.Count | Should -Be 31
        $open = @($days | Where-Object State -eq Open)
        $open.BusinessDay | Should -Be (1..$open.Count)
        $open[-1].FromEnd | Should -Be -1
        $days[-1].Reason, $days[-1].State, $days[-1].BusinessDay | Should -Be 'stock taking', 'Closed', $null
        ($days | Where-Object Weekday -eq Saturday).Reason | Select-Object -Unique | Should -Be 'SAT'
    }

    It 'takes dates, a state and listed days only' {
        (Get-JobCalendarDate plain "$year-12-31", "$year-12-01..$year-12-03").Count | Should -Be 4
        (Get-JobCalendar plain | Get-JobCalendarDate -From "$year-01-01" -To "$year-12-31" -Listed).Reason | Should -Be 'stock taking'
        (Get-JobCalendarDate plain -From "$year-12-01" -To "$year-12-31" -State Closed).State | Select-Object -Unique | Should -Be 'Closed'
    }

    It 'refuses days beyond the calendar, and stretches that run backwards' {
        Get-ErrorId { Get-JobCalendarDate plain "$($year + 3)-01-01" } | Should -Be 'JobCalendarInvalid'
        Get-ErrorId { Get-JobCalendarDate plain -From "$year-02-01" -To "$year-01-01" } | Should -Be 'JobCalendarRangeInvalid'
    }
}

Describe 'Add-, Remove-JobCalendarDate and Set-JobCalendar' {
    It 'close and open dates, and take them off again' {
        $null = New-JobCalendar moving -TimeZone UTC
        Add-JobCalendarDate moving "$year-12-31" -Closed -Reason 'system change'
        $changed = "$year-12-26", "$year-12-27" | Add-JobCalendarDate moving -Open -PassThru
        $changed.Closed.Reason | Should -Be 'system change'
        $changed.Open.Count | Should -Be 2
        Add-JobCalendarDate moving "$year-01-05" -Closed -WhatIf
        Remove-JobCalendarDate moving "$year-12-26..$year-12-31"
        $left = Get-JobCalendar moving
        "$($left.Closed.Count) $($left.Open.Count) $($left.Version)" | Should -Be '0 0 4'
        Get-ErrorId { Remove-JobCalendarDate moving "$year-12-26" } | Should -Be 'JobCalendarDateNotListed'
    }

    It 'do nothing for an empty pipeline' {
        $version = (Get-JobCalendar moving).Version
        @() | Add-JobCalendarDate moving -Closed
        @() | Remove-JobCalendarDate moving
        (Get-JobCalendar moving).Version | Should -Be $version
    }

    It 'lose nothing that several sessions change at once' {
        $null = New-JobCalendar shared -TimeZone UTC -As ChangeCalendar -Closed "$year-03-01..$year-03-04"
        $data = Join-Path $TestFolder 'runtime'
        1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:ManifestPath
            $null = Connect-JobMgmt -DataPath $using:data
            foreach ($day in 1..5) {
                Add-JobCalendarDate shared "$using:year-0$($_ + 4)-0$day" -Closed
            }
            Remove-JobCalendarDate shared "$using:year-03-0$_"
        }
        $closed = (Get-JobCalendar shared).Closed.Date | ForEach-Object { '{0:MM-dd}' -f $_ }
        $closed | Should -Be (5..8 | ForEach-Object { $month = $_; 1..5 | ForEach-Object { "0$month-0$_" } })
        Get-ErrorId { New-JobCalendar shared } | Should -Be 'JobCalendarExists'
    }

    It 'add the days of files' {
        Add-JobCalendarDate moving -Path holidays.ics -WarningAction SilentlyContinue
        (Get-JobCalendarDate moving "$($year + 1)-01-01").Reason | Should -Be '元日'
    }

    It 'change zone, weekdays, day start and description, and leave the rest' {
        $set = Get-JobCalendar moving | Set-JobCalendar -Weekday Saturday -TimeZone Europe/Berlin -DayStart 04:30 -Description d -PassThru
        "$($set.Weekday) $($set.TimeZone) $($set.DayStart) $($set.Description) $($set.Closed.Count -gt 0)" | Should -Be 'Saturday Europe/Berlin 04:30:00 d True'
        Set-JobCalendar moving
        (Get-JobCalendar moving).DayStart | Should -Be '04:30:00'
    }
}

Describe 'Change Calendars' {
    It 'are kept beside the parameter, tell the same, and go with it' {
        $made = New-JobCalendar cc -As ChangeCalendar -TimeZone Asia/Tokyo -DayStart 06:00 -Closed @{ "$year-12-31" = '棚卸; "q"' }
        $made.As | Should -Be 'ChangeCalendar'
        Add-JobCalendarDate cc "$year-12-30" -Closed
        Remove-JobCalendarDate cc "$year-12-30"
        (Get-JobCalendar cc).As | Should -Be 'ChangeCalendar'
        Set-JobCalendar cc -As Parameter
        (Get-JobCalendar cc).As | Should -Be 'Parameter'
        Set-JobCalendar cc -As ChangeCalendar
        { Get-JobCalendarDate cc | Select-Object -First 1 | Remove-JobCalendar -Confirm:$false -ErrorAction Stop } | Should -Throw '*JobCalendarDate is no calendar*'
        Remove-JobCalendar cc -Confirm:$false
        Get-ErrorId { Get-JobCalendar cc } | Should -Be 'JobCalendarNotFound'
    }
}

Describe 'The years that a calendar lists' {
    BeforeAll {
        $list = "BEGIN:VCALENDAR`nBEGIN:VEVENT`nDTSTART;VALUE=DATE:${year}1123`nSUMMARY:x`nEND:VEVENT`nEND:VCALENDAR`n"
        Set-Content -Path listed.ics -Value $list
        $made = New-JobCalendar listed -TimeZone UTC -Path listed.ics -WarningVariable told -WarningAction SilentlyContinue
        $next = [datetime]::new($year + 1, 1, 1)
    }

    It 'are told when it is made, and shown' {
        "$told" | Should -BeLike "*listed.ics*$year-11-23*later years*"
        $made.LastListed | Should -Be ([datetime]::new($year, 11, 23))
        (New-JobCalendar none -TimeZone UTC).LastListed | Should -BeNullOrEmpty
        Get-JobCalendar listed | Out-String -Width 80 | Should -Match "LastListed(?s).*$year-11-23"
        $null = New-JobCalendar merged -Calendar listed -TimeZone UTC -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike "*'merged' lists no closed date after $year-11-23*"
    }

    It 'are those of what does not come again every year' {
        $yearly = "BEGIN:VCALENDAR`nBEGIN:VEVENT`nDTSTART;VALUE=DATE:${year}1229`nRRULE:FREQ=YEARLY`nSUMMARY:y`nEND:VEVENT`nEND:VCALENDAR`n"
        Set-Content -Path yearly.ics -Value $yearly
        (New-JobCalendar yearly -TimeZone UTC -Path yearly.ics -WarningVariable told -WarningAction SilentlyContinue).LastListed | Should -Be ([datetime]::new($year + 2, 12, 29))
        $told | Should -BeNullOrEmpty
        $both = New-JobCalendar both2 -TimeZone UTC -Path listed.ics, yearly.ics -WarningVariable told -WarningAction SilentlyContinue
        $both.LastListed | Should -Be ([datetime]::new($year, 11, 23))
        "$told" | Should -BeLike "*listed.ics' that does not come again every year is $year-11-23*"
        Set-Content -Path next.ics -Value ($list -replace $year, ($year + 1))
        (Add-JobCalendarDate both2 -Path next.ics -PassThru -WarningAction SilentlyContinue).LastListed | Should -Be ([datetime]::new($year + 1, 11, 23))
        (Add-JobCalendarDate both2 "$($year + 2)-05-01" -Closed -PassThru).LastListed | Should -Be ([datetime]::new($year + 2, 5, 1))
        (Get-JobCalendar both2).LastListed | Should -Be ([datetime]::new($year + 2, 5, 1))
        (New-JobCalendar merged2 -TimeZone UTC -Calendar both2, listed -WarningAction SilentlyContinue).LastListed | Should -Be ([datetime]::new($year, 11, 23))
    }

    It 'are told by <Name> of later days, and not of December' -ForEach @(
        @{ Name = 'Get-JobCalendarDate'; Script = { Get-JobCalendarDate listed -From $args[0] -To $args[0].AddDays(20) -WarningVariable script:warned -WarningAction SilentlyContinue } }
        @{ Name = 'Show-JobCalendar'; Script = { Show-JobCalendar listed $args[0] -WarningVariable script:warned -WarningAction SilentlyContinue } }
    ) {
        $null = & $Script $next
        "$script:warned" | Should -BeLike "*'listed' lists no closed date after $year-11-23*Add-JobCalendarDate listed*"
        $null = & $Script $next.AddMonths(-1)
        $script:warned | Should -BeNullOrEmpty
    }

    It 'are told of triggers and their forecasts' {
        $null = Publish-RunJobStack
        $null = New-JobDefinition work true | New-JobNetwork yearly -Tag @{ role = 'x' }
        $null = New-JobNetworkTrigger yearly -Cron '0 3 1-7 1 ? *' -Calendar listed -StartDate $next -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike "*'listed' lists no closed date after $year-11-23*"
        $null = Get-JobForecast yearly -From $next -Days 7 -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike "*'listed' lists no closed date after $year-11-23*"
        $null = Get-JobForecast yearly -From $next.AddDays(-20) -Days 7 -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -BeNullOrEmpty
    }
}

Describe 'Show-JobCalendar' {
    It 'draws months: each day under its weekday, closed ones in brackets, then what is listed' {
        $null = New-JobCalendar wall -TimeZone UTC -Closed @{ "$year-02-10" = '建国記念' } -Open "$year-02-28"
        $lines = (Show-JobCalendar wall "$year-02-15") -split '\r?\n'
        $lines[0] | Should -Be "wall  $year-02  $(@(Get-JobCalendarDate wall -From "$year-02-01" -To ([DateTime]::new($year, 3, 1).AddDays(-1)) -State Open).Count) business days"
        $lines[1] | Should -Be ' MON  TUE  WED  THU  FRI  SAT  SUN'
        $drawn = foreach ($match in $lines[2..8] | Where-Object { $_ -notmatch '-' } | ForEach-Object { [regex]::Matches($_, '\(?(\d+)\)?') }) {
            $last = $match.Groups[1].Index + $match.Groups[1].Length - 1
            $state = if ($match.Value.StartsWith('(')) { 'Closed' } else { 'Open' }
            '{0} {1} {2}' -f $match.Groups[1].Value, [DayOfWeek] (([Math]::Floor($last / 5) + 1) % 7), $state
        }
        $days = Get-JobCalendarDate wall -From "$year-02-01" -To ([DateTime]::new($year, 3, 1).AddDays(-1))
        $drawn | Should -Be ($days | ForEach-Object { '{0} {1} {2}' -f $_.Date.Day, $_.Weekday, $_.State })
        $lines | Where-Object { $_ -match '建国記念' } | Should -BeLike '  02-10 ???  closed  建国記念'
        $lines | Where-Object { $_ -match '02-28' } | Should -BeLike '  02-28 ???  open'
        @(Show-JobCalendar wall "$year-01-01" -Count 3).Count | Should -Be 3
    }
}

Describe 'Completion' {
    It 'knows calendars' {
        (TabExpansion2 'Get-JobCalendar wa' 18).CompletionMatches.CompletionText | Should -Contain 'wall'
    }
}

Describe 'The examples' {
    It 'are calendars' -Skip:([DateTime]::UtcNow.Year -gt 2027) {
        $files = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../examples/calendars'))
        $null = New-JobCalendar japan -TimeZone Asia/Tokyo -Path "$files/*.ics"
        (Get-JobCalendarDate japan 2026-12-31, 2026-11-23, 2027-03-22, 2027-01-01).Reason | Should -Be '年末年始', '勤労感謝の日', '休日', '元日, 年末年始'
    }
}
