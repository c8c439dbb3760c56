BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    $path = Join-Path $TestFolder 'runtime'
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Start-, Get- and Stop-JobRuntime' {
    It 'changes nothing with -WhatIf' {
        Start-JobRuntime -DataPath $path -WhatIf
        Test-Path -LiteralPath $path | Should -BeFalse
    }

    It 'says that none is up, as an error only when a folder is named' {
        Get-ErrorId { Get-JobRuntime -DataPath $path } | Should -Be 'JobRuntimeNotRunning'
        Get-ErrorId { Stop-JobRuntime -DataPath $path } | Should -Be 'JobRuntimeNotRunning'
        Get-JobRuntime | Should -BeNullOrEmpty
    }

    It 'starts one, silently without -PassThru' {
        Start-JobRuntime -DataPath $path | Should -BeNullOrEmpty
        $runtime = Get-JobRuntime $path
        $runtime.Endpoint | Should -Match '^http://127\.0\.0\.1:\d+$'
        $runtime.Region | Should -Not -BeNullOrEmpty
        $runtime.DataPath | Should -Be $path
        (Get-Process -Id $runtime.ProcessId).HasExited | Should -BeFalse
    }

    It 'starting again gives the one that is up' {
        (Start-JobRuntime -DataPath $path -PassThru).ProcessId | Should -Be (Get-JobRuntime $path).ProcessId
    }

    It 'refuses another port while one is up' {
        Get-ErrorId { Start-JobRuntime -DataPath $path -Port 1 } | Should -Be 'JobRuntimeOnOtherPort'
    }

    It 'outlives the session that started it' {
        $other = Join-Path $TestFolder 'outlives me'
        dotnet pwsh -NoProfile -NonInteractive -Command "Import-Module '$ManifestPath'; Start-JobRuntime '$other'"
        try {
            Get-JobRuntime $other | Should -Not -BeNullOrEmpty
        }
        finally {
            Stop-JobRuntime $other
        }
    }

    It 'lets several sessions that start at once end with one runtime' {
        $other = Join-Path $TestFolder 'race'
        try {
            $ids = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:ManifestPath
                (Start-JobRuntime $using:other -PassThru).ProcessId
            }
            $ids.Count | Should -Be 4
            ($ids | Sort-Object -Unique).Count | Should -Be 1
        }
        finally {
            Stop-JobRuntime $other
        }
    }

    It 'says why a runtime does not start' {
        $file = New-Item -ItemType File -Path (Join-Path $TestFolder 'a-file')
        Get-ErrorId { Start-JobRuntime -DataPath $file.FullName } | Should -Be 'JobRuntimeNotStarted'
        { Start-JobRuntime -DataPath $file.FullName } | Should -Throw '*a-file*mkdir*'
    }

    It 'says in one line that its port is taken' {
        $taken = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $taken.Start()
        try {
            $message = try { Start-JobRuntime -DataPath (Join-Path $TestFolder 'no port') -Port $taken.LocalEndpoint.Port } catch { "$_" }
        }
        finally {
            $taken.Stop()
        }

        $message | Should -Match 'address already in use'
        ($message -split "`n").Count | Should -Be 1
    }

    It 'refuses a mock file while one is up without it' {
        $file = Join-Path $TestFolder 'later.json'
        Set-Content -LiteralPath $file '{"StateMachines": {}}'
        Get-ErrorId { Start-JobRuntime -DataPath $path -MockConfigFile $file } | Should -Be 'JobRuntimeHasOtherMocks'
        (Get-JobRuntime $path).MockConfigFile | Should -BeNullOrEmpty
    }

    It 'does not stop with -WhatIf; stops by pipe; -PassThru gives what ended' {
        Stop-JobRuntime -DataPath $path -WhatIf
        $runtime = Get-JobRuntime $path
        ($runtime | Stop-JobRuntime -PassThru).ProcessId | Should -Be $runtime.ProcessId
        Get-ErrorId { Get-JobRuntime -DataPath $path } | Should -Be 'JobRuntimeNotRunning'
    }

    It 'is told to be gone by a cmdlet that waits for it, with the way back; the run goes on after it' {
        Assert-Python
        $runtime = Start-JobRuntime -DataPath (Join-Path $TestFolder 'killed') -PassThru
        Connect-JobMgmt -DataPath $runtime.DataPath
        $null = Publish-RunJobStack
        $null = Register-JobWorker worker1 -Tag role=job_worker
        $gate = Join-Path $TestFolder 'killed-gate'
        $null = New-JobNetwork long -Tag role=job_worker -Job (New-JobDefinition Wait "until [ -e '$gate' ]; do sleep 0.1; done")
        $run = Start-JobNetwork long -PassThru
        $shell = [powershell]::Create().AddScript("Import-Module '$ManifestPath'; Wait-JobNetwork -ExecutionArn '$($run.ExecutionArn)'")
        try {
            $waiting = $shell.BeginInvoke()
            $patience = [Diagnostics.Stopwatch]::StartNew()
            while ($shell.Streams.Progress.Count -eq 0 -and $patience.Elapsed.TotalSeconds -lt 120) {
                $null = $waiting.AsyncWaitHandle.WaitOne(50)
            }

            Stop-Process -Id $runtime.ProcessId -Force
            $message = try { $shell.EndInvoke($waiting); "$($shell.Streams.Error)" } catch { "$_" }
        }
        finally {
            $shell.Dispose()
        }

        $message | Should -Match "Start-JobRuntime -DataPath '.*killed'"
        Start-JobRuntime -DataPath $runtime.DataPath
        $null = New-Item $gate
        ($run | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        ($run | Get-JobRun).Attempts | Should -Be 1 -Because 'a command that was started is never started twice'
        Disconnect-JobMgmt
        Stop-JobRuntime -DataPath $runtime.DataPath
    }

    It 'survives a runtime that was killed: its runtime.json is no answer' {
        $runtime = Start-JobRuntime -DataPath $path -PassThru
        Stop-Process -Id $runtime.ProcessId -Force
        Wait-Process -Id $runtime.ProcessId -ErrorAction SilentlyContinue -Timeout 10
        Get-ErrorId { Get-JobRuntime -DataPath $path } | Should -Be 'JobRuntimeNotRunning'
        (Start-JobRuntime -DataPath $path -PassThru).ProcessId | Should -Not -Be $runtime.ProcessId
    }
}
