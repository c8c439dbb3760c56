BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    $null = Start-TestRuntime
    $null = Publish-RunJobStack
    $folder = Join-Path $TestFolder 'etc'
    $null = New-Item -ItemType Directory -Path (Join-Path $folder 'cron.d'), (Join-Path $folder 'cron.daily'), (Join-Path $folder 'cron.weekly'), (Join-Path $folder 'crontabs')
    function Set-File($name, $text) { [IO.File]::WriteAllText((Join-Path $folder $name), $text) }
    Set-File 'crontab' "SHELL=/bin/sh`n# m h dom mon dow user command`n17 * * * * root cd / && run-parts --report $folder/cron.hourly`n5 6 * * * root cd / && run-parts $folder/cron.daily`n@reboot root /opt/agent`n"
    Set-File 'cron.d/batch' "MAILTO=ops@example.com`n# Nightly load`n30 3 * * 1-5 batch /opt/load.sh`n"
    Set-File 'cron.d/batch.dpkg-old' "* * * * * root /opt/old.sh`n"
    Set-File 'cron.daily/logrotate' "#!/bin/sh`n"
    Set-File 'cron.daily/apt' "#!/bin/sh`n"
    Set-File 'cron.daily/.placeholder' ''
    Set-File 'cron.weekly/man-db' "#!/bin/sh`n"
    Set-File 'crontabs/alice' "0 1 * * * /opt/alice.sh`n"
    [IO.File]::WriteAllBytes((Join-Path $folder 'latin'), [byte[]] (0x40, 0x64, 0x61, 0x69, 0x6C, 0x79, 0x20, 0xE9, 0x0A))
}

AfterAll {
    Stop-TestRuntime
}

Describe 'ConvertFrom-Crontab' {
    It 'takes the lines that crontab -l writes, and tells of each what it is' {
        $lines = '# Mine', '', 'MAILTO=""', '# Clean up', '0 4 * * * /opt/clean.sh%yes%', '@reboot /opt/agent', '99 * * * * x'
        $made = $lines | ConvertFrom-Crontab -UserName bob -TimeZone Asia/Tokyo -Tag @{ role = 'w' } -ErrorVariable refused -ErrorAction SilentlyContinue -WarningVariable told -WarningAction SilentlyContinue
        $made.Count | Should -Be 1
        $made | Should -BeOfType 'JobMgmt.Cmdlets.Crontabs.CrontabJobNetwork'
        $made.Name, $made.Schedule, $made.TimeZone, $made.UserName, $made.Command, $made.Line, $made.Path | Should -Be 'clean', '0 4 * * *', 'Asia/Tokyo', 'bob', '/opt/clean.sh', 5, $null
        $made.Note | Should -Match 'MAILTO is empty'
        $made.Definition.Description | Should -Be 'Clean up (cron: 0 4 * * * /opt/clean.sh%yes%)'
        $made.Definition.Tag.role | Should -Be 'w'
        $refused.FullyQualifiedErrorId -replace ',.*' | Should -Be 'CrontabLineNotConverted', 'CrontabLineNotConverted'
        "$($refused[0])" | Should -Match "^line 6, '@reboot /opt/agent'"
        "$told" | Should -Match '^4 lines: 1 network, 2 refused, 1 setting\. 1 note \(Note of the networks\)\.'
    }

    It 'takes a system crontab by its place, and any other as a user''s' {
        $made = ConvertFrom-Crontab (Join-Path $folder 'crontab') -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $made.UserName | Should -Be 'root', 'root'
        $made.Name | Should -Be 'cron.hourly', 'cron.daily'
        $made[0].Path | Should -Be (Join-Path $folder 'crontab')
        (ConvertFrom-Crontab (Join-Path $folder 'crontabs') -WarningAction SilentlyContinue).UserName | Should -Be 'alice'
        (Get-Content (Join-Path $folder 'cron.d/batch') | ConvertFrom-Crontab -Format System -WarningAction SilentlyContinue).UserName | Should -Be 'batch'
        "$((Get-Content (Join-Path $folder 'crontab') | ConvertFrom-Crontab -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)[0].Note)" | Should -Match '-Format System'
    }

    It 'takes folders, and names what cron passes over' {
        $made = Get-ChildItem $folder -Directory -Filter cron.* | ConvertFrom-Crontab -WarningVariable told -WarningAction SilentlyContinue
        $made.Name | Should -Be 'load', 'cron.daily', 'cron.weekly'
        $made[0].AlertChannel | Should -Be 'ops-example.com'
        $made[0].Note | Should -Match 'New-JobAlertChannel ops-example.com -Mail ops@example.com'
        $made[1].Definition.Jobs.Name | Should -Be 'apt', 'logrotate'
        $made[1].Schedule | Should -Be '5 6 * * *'
        $made[1].Note | Should -Match '^Line 4 of .* runs these scripts'
        $made[2].Schedule | Should -Be '47 6 * * 7'
        $made[2].Note | Should -Match "the time is Debian's"
        @($told -match 'passed over').Count | Should -Be 2
        "$($told[-1])" | Should -Match '^2 lines and 2 directories: 3 networks, 0 refused, 1 setting\.'
    }

    It 'says which file it can''t read, and why' {
        Get-ErrorId { ConvertFrom-Crontab (Join-Path $folder 'none') } | Should -Be 'CrontabNotFound'
        Get-ErrorId { ConvertFrom-Crontab (Join-Path $folder 'latin') } | Should -Be 'CrontabNotUtf8'
        Get-ErrorId { ConvertFrom-Crontab -LiteralPath (Join-Path $folder 'crontabs/none') } | Should -Be 'CrontabNotFound'
    }
}

Describe 'New-JobNetwork, of what ConvertFrom-Crontab makes' {
    BeforeAll {
        $made = '30 3 * * 1-5 /opt/load.sh', 'MAILTO=nobody@example.com', '@daily /opt/clean.sh', 'MAILTO=', '*/5 * * * * cat%hello' |
            ConvertFrom-Crontab -TimeZone Europe/Berlin -NamePrefix cron- -WarningAction SilentlyContinue
    }

    It 'changes nothing with -WhatIf' {
        $made[0] | New-JobNetwork -WhatIf
        Get-JobNetwork cron-* | Should -BeNullOrEmpty
    }

    It 'deploys networks and triggers; one that can''t be is an error, and the others go on' {
        $deployed = $made | New-JobNetwork -Tag @{ role = 'w' } -ErrorVariable refused -ErrorAction SilentlyContinue
        $deployed.Name | Should -Be 'cron-load', 'cron-cat'
        $refused.FullyQualifiedErrorId -replace ',.*' | Should -Be 'JobAlertChannelUnknown'
        $trigger = Get-JobNetworkTrigger cron-load
        $trigger.Name, $trigger.Schedule, $trigger.TimeZone, "$($trigger.Definition.OnGap)" | Should -Be 'cron', '30 3 * * 1-5', 'Europe/Berlin', 'RunAfter'
        (Get-JobNetworkTrigger cron-cat).TimeZone | Should -Be 'UTC'
        (Get-JobNetwork cron-load).WorkerTag.role | Should -Be 'w'
        ($made[1] | New-JobNetwork -Tag @{ role = 'w' } -AlertChannel high).AlertChannel | Should -Be 'high'
    }

    It 'takes definitions by parameter, replaces only with -Force, and warns where no worker is named' {
        $null = New-JobNetwork -InputObject $made[0] -Tag @{ role = 'w' }
        Get-ErrorId { $made[0] | New-JobNetwork -Tag @{ role = 'other' } } | Should -Be 'JobNetworkExists'
        $null = $made[0].Definition | New-JobNetwork -Force -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -Match 'which workers may run its jobs'
    }

    It 'runs the line as cron would' {
        Assert-Python
        $null = Register-JobWorker one -Tag @{ role = 'w' }
        $line = 'ODD="{{a}}  ''q'' $HOME {% 1 %}"', '* * * * * printf "[\%s]" "$ODD"; echo; cat; echo "{{.Names}} $PATH"; exit 3%in {{x}} `id`%END%%  last \%' | ConvertFrom-Crontab -Tag @{ role = 'w' } -WarningAction SilentlyContinue
        $null = $line | New-JobNetwork
        $run = Start-JobNetwork printf -PassThru | Wait-JobNetwork -Timeout 120s | Get-JobRun
        $run.ExitCode | Should -Be 3
        (@($run | Get-JobLog | Where-Object Stream -NE stderr).Message -join "`n").Split("`n")[0..5] | Should -Be "[{{a}}  'q' `$HOME {% 1 %}]", 'in {{x}} `id`', 'END', '', '  last %', '{{.Names}} /usr/bin:/bin'
    }
}
