BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s

    # A webhook's receiver: it answers in a runspace of its own, and keeps what it was sent.
    $received = [System.Collections.Concurrent.ConcurrentQueue[object]]::new()
    $listener = Start-HttpListener
    $hook = @($listener.Prefixes)[0]
    $receiver = [powershell]::Create().AddScript({
            param($listener, $received)
            while ($listener.IsListening) {
                try { $context = $listener.GetContext() } catch { break }
                $body = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
                $received.Enqueue([pscustomobject]@{ Key = $context.Request.Headers['X-JobMgmt-Key']; Channel = $context.Request.Headers['X-JobMgmt-Channel']; Signature = $context.Request.Headers['X-JobMgmt-Signature']; Body = $body })
                # Who has waited too long takes no answer any more.
                try { $context.Response.Close() } catch { $context.Response.Abort() }
            }
        }).AddArgument($listener).AddArgument($received)
    $null = $receiver.BeginInvoke()

    function Wait-Received([string] $Channel, [string] $Key = '*') {
        Wait-Until { $received.ToArray() | Where-Object { ($_.Body | ConvertFrom-Json).detail.channel -eq $Channel -and "$($_.Key)" -like $Key } | Select-Object -Last 1 }
    }

    # What a test of a channel tells once nothing is under way any more: on a busy machine the receiver may take longer to answer than it is given.
    function Test-Channel([string] $Name) {
        Wait-Until {
            $results = Test-JobAlertChannel $Name
            if ($results.Result -notcontains 'HandedOver') { $results }
        }
    }
}

AfterAll {
    $listener.Close()
    Stop-TestRuntime
}

Describe 'Alert channels' {
    It 'are those of the stack at first, with their log groups alone' {
        $channels = Get-JobAlertChannel
        $channels.Name | Should -Be 'high', 'low'
        $channels[0].IsDefault | Should -BeTrue
        $channels.Target.Kind | Sort-Object -Unique | Should -Be 'LogGroup'
    }

    It 'get a webhook, which is really called, with its key and a signature' {
        $made = New-JobAlertChannel high -Webhook $hook -Secret (ConvertTo-SecureString 'k3y' -AsPlainText -Force)
        "$($made.Target)" | Should -Be "LogGroup Webhook $hook"
        (Test-Channel high).Result | Should -Be 'Delivered', 'Delivered'
        $request = Wait-Received high
        $request.Key | Should -Be 'k3y'
        $seconds = $request.Signature -replace '^t=(\d+),.*', '$1'
        $hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes('k3y')).ComputeHash([Text.Encoding]::UTF8.GetBytes("$seconds.$($request.Body)"))
        $request.Signature | Should -Be "t=$seconds,v1=$([Convert]::ToHexString($hmac).ToLowerInvariant())"
        $alert = (Get-JobAlert high)[0]
        $alert.Error, $alert.Kind | Should -Be 'ChannelTest', 'Test'
        Get-JobAlert high -Status Open | Should -BeNullOrEmpty
    }

    It 'that are new take their alerts from the unknown ones, and survive publishing' {
        (New-JobAlertChannel night -Webhook $hook).Name | Should -Be 'night'
        $null = Publish-RunJobStack -Channel low -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match "'night' is kept"
        (Get-JobAlertChannel).Name | Should -Be 'high', 'low', 'night'
        (Test-RunJobStack -Quiet) | Should -BeTrue
        (Test-Channel night).Result | Should -Be 'Delivered', 'Delivered'
        (Wait-Received night).Channel | Should -Be 'night'
    }

    It 'are changed: what is not named stays' {
        Set-JobAlertChannel night -Secret (ConvertTo-SecureString 'other' -AsPlainText -Force)
        $null = Test-JobAlertChannel night
        (Wait-Received night other).Key | Should -Be 'other'
        Set-JobAlertChannel night -Sns nowhere -Remove Webhook
        $results = Test-JobAlertChannel night
        $results.Result | Should -Be 'Delivered', 'Failed'
        $results[1].Detail | Should -BeLike 'there is no topic *:nowhere'
        (Get-JobAlert night | Where-Object EventId -eq $results[0].EventId).Undelivered | Should -BeLike '*:nowhere: there is no topic *'
        (Set-JobAlertChannel night -Remove Sns -PassThru).Target.Kind | Should -Be 'LogGroup'
    }

    It 'run a command on a worker, with the alert in a variable' {
        Assert-Python
        $null = Register-JobWorker -Tag @{ role = 'ops' } -Name ops
        $file = Join-Path $TestFolder 'alert.json'
        $made = New-JobAlertChannel pager -Command "printf %s ""`$ALERT"" > '$file' # <it's>" -Tag @{ role = 'ops' }
        $made.Target[1].Kind, $made.Target[1].Detail | Should -Be 'Command', 'role=ops'
        (Test-JobAlertChannel pager -Timeout 2m).Result | Should -Be 'Delivered', 'Delivered'
        $alert = Get-Content $file -Raw | ConvertFrom-Json
        $alert.detail.channel, $alert.detail.error | Should -Be 'pager', 'ChannelTest'
    }

    It 'tell of a command that failed, and do not run it for that' {
        Assert-Python
        Set-JobAlertChannel pager -Command 'exit 7' -Tag @{ role = 'ops' }
        $result = Test-JobAlertChannel pager -Timeout 2m
        $result.Result | Should -Be 'Delivered', 'Failed'
        (Wait-Until { Get-JobAlert | Where-Object Channel -eq 'pager command' }).Error | Should -Be 'ExecutionFailed'
    }

    It 'mail by the server that the runtime was told, and refuse addresses while there is none' {
        Get-ErrorId { New-JobAlertChannel mail -Mail ops@example.com } | Should -Be 'InvalidParameter'
        Get-JobAlertChannel mail -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Test-RunJobStack -Quiet | Should -BeTrue
        Start-JobRuntime (Get-JobMgmtConnection).DataPath -SmtpServer localhost:1 -SmtpFrom jobs@example.com -SmtpCredential ([pscredential]::new('u', (ConvertTo-SecureString 'p' -AsPlainText -Force)))
        $file = Join-Path (Get-JobMgmtConnection).DataPath 'smtp.json'
        if (-not $IsWindows) { (Get-Item $file).UnixFileMode | Should -Be 'UserWrite, UserRead' }
        $null = New-JobAlertChannel mail -Mail ops@example.com, 'dba@example.com'
        (Get-JobAlertChannel mail).Target.Address | Should -Be '/jobmgmt/alerts/mail', 'dba@example.com', 'ops@example.com'
        Set-JobAlertChannel mail -Mail ops@example.com
        (Get-JobAlertChannel mail).Target.Count | Should -Be 2
    }

    It 'refuse <what>' -ForEach @(
        @{ what = 'a name that is none'; id = 'JobAlertChannelInvalid'; script = { New-JobAlertChannel 'a b' } }
        @{ what = 'one that is there'; id = 'JobAlertChannelExists'; script = { New-JobAlertChannel high -Webhook 'https://example.com' } }
        @{ what = 'a command without a place'; id = 'JobAlertChannelInvalid'; script = { New-JobAlertChannel x -Command ls } }
        @{ what = 'a secret without a webhook'; id = 'JobAlertChannelInvalid'; script = { New-JobAlertChannel x -Secret (ConvertTo-SecureString s -AsPlainText -Force) } }
        @{ what = 'more targets than a rule has'; id = 'JobAlertChannelInvalid'; script = { New-JobAlertChannel x -Sns a -Sqs b -Lambda c -Webhook 'https://example.com' -Mail 'a@example.com' } }
        @{ what = 'HTTP without TLS to elsewhere'; id = 'ValidationException'; script = { Set-JobAlertChannel low -Webhook 'http://example.com/' } }
        @{ what = 'a queue, which the local runtime has not'; id = 'ValidationException'; script = { Set-JobAlertChannel low -Sqs q } }
        @{ what = 'one that is not there'; id = 'JobAlertChannelUnknown'; script = { Test-JobAlertChannel nowhere } }
        @{ what = 'to remove the default one'; id = 'JobAlertChannelIsDefault'; script = { Remove-JobAlertChannel high -Confirm:$false } }
    ) {
        Get-ErrorId $script | Should -Be $id
    }

    It 'change nothing with -WhatIf' {
        New-JobAlertChannel maybe -Webhook $hook -WhatIf
        Set-JobAlertChannel night -Webhook $hook -WhatIf
        Remove-JobAlertChannel night -WhatIf
        (Get-JobAlertChannel maybe -ErrorAction SilentlyContinue) | Should -BeNullOrEmpty
        (Get-JobAlertChannel night).Target.Count | Should -Be 1
    }

    It 'are sent no test with -WhatIf, which says what would be sent where' {
        $before = @(Get-JobAlert night).Count
        Test-JobAlertChannel night -WhatIf | Should -BeNullOrEmpty
        & { $WhatIfPreference = $true; Test-JobAlertChannel night } | Should -BeNullOrEmpty
        (dotnet pwsh -NoProfile -NonInteractive -Command {
            param($Manifest, $Path)
            Import-Module $Manifest
            Connect-JobMgmt -DataPath $Path
            Test-JobAlertChannel high -WhatIf
        } -args $ManifestPath, (Join-Path $TestFolder 'runtime')) -join ' ' | Should -BeLike "*Send a test alert*high: LogGroup, Webhook $hook*"
        (Test-JobAlertChannel night).Result | Should -Be 'Delivered'
        @(Get-JobAlert night).Count | Should -Be ($before + 1) -Because 'the others were not sent'
    }

    It 'are a network''s and a job''s own, and a network''s is changed in place' {
        $null = New-JobNetwork two -Job (New-JobDefinition a 'exit 0' -AlertChannel night), (New-JobDefinition b 'exit 0') -AlertChannel low -Force
        (Set-JobNetwork two -AlertChannel high -PassThru).AlertChannel | Should -Be 'high'
        $read = Get-JobNetwork two
        $read.AlertChannel, $read.Job[0].AlertChannel, $read.Job[1].AlertChannel | Should -Be 'high', 'night', $null
        Set-JobNetwork two -AlertChannel $null
        (Get-JobNetwork two).AlertChannel | Should -BeNullOrEmpty
        Get-ErrorId { Set-JobNetwork two -AlertChannel nowhere } | Should -Be 'JobAlertChannelUnknown'
        Get-ErrorId { New-JobNetwork three -Job (New-JobDefinition a 'exit 0' -AlertChannel nowhere) } | Should -Be 'JobAlertChannelUnknown'
        Get-ErrorId { Remove-JobAlertChannel night -Confirm:$false } | Should -Be 'JobAlertChannelInUse'
        Remove-JobNetwork two -Confirm:$false
    }

    It 'go with what was made for them' {
        Get-JobAlertChannel night, pager, mail | Remove-JobAlertChannel -Confirm:$false
        (Get-JobAlertChannel).Name | Should -Be 'high', 'low'
        Test-RunJobStack -Quiet | Should -BeTrue
        (Unpublish-RunJobStack -Confirm:$false).Action | Sort-Object -Unique | Should -Be 'Deleted', 'Kept'
        (Test-RunJobStack | Where-Object Kind -ne LogGroup).State | Sort-Object -Unique | Should -Be 'Missing'
    }
}
