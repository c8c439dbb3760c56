BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    $path = Join-Path $TestFolder 'runtime'
    $file = Join-Path $TestFolder 'my mocks.json'
    Set-Content -LiteralPath $file '{
        "StateMachines": { "M": { "TestCases": { "Case": { "Load": "Loaded" } } } },
        "MockedResponses": { "Loaded": { "0": { "Return": { "ExitCode": 0 } } } }
    }'
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Start-JobRuntime -MockConfigFile' {
    It 'refuses a wrong file, with its place and remedy' {
        $wrong = Join-Path $TestFolder 'wrong.json'
        Set-Content -LiteralPath $wrong '{"StateMachines": {}, "MockedResponses": {"R": {"1": {"Return": 1}}}}'
        Get-ErrorId { Start-JobRuntime -DataPath $path -MockConfigFile $wrong } | Should -Be 'JobRuntimeNotStarted'
        $message = try { Start-JobRuntime -DataPath $path -MockConfigFile $wrong } catch { "$_" }
        $message | Should -BeLike "*wrong.json*/MockedResponses/R*Call 0 has no answer*"
        $message | Should -Not -BeLike '*.NET 10*' -Because 'the remedy is in the file'
        Get-JobRuntime | Should -BeNullOrEmpty
    }

    It 'says that there is no such file' {
        { Start-JobRuntime -DataPath $path -MockConfigFile (Join-Path $TestFolder 'none.json') } | Should -Throw "*none.json' can't be read*"
    }

    It 'takes a path of a PowerShell drive, from the current location' {
        $null = New-PSDrive -Name Mocks -PSProvider FileSystem -Root $TestFolder
        Push-Location Mocks:
        try {
            (Start-JobRuntime -DataPath $path -MockConfigFile './my mocks.json' -PassThru).MockConfigFile | Should -Be $file
        }
        finally {
            Pop-Location
            Remove-PSDrive Mocks
        }
    }

    It 'starting again with the same file gives the one that is up; another file is refused' {
        (Start-JobRuntime -DataPath $path -MockConfigFile $file -PassThru).ProcessId | Should -Be (Get-JobRuntime $path).ProcessId
        Get-ErrorId { Start-JobRuntime -DataPath $path -MockConfigFile (Join-Path $TestFolder 'wrong.json') } | Should -Be 'JobRuntimeHasOtherMocks'
        Start-JobRuntime -DataPath $path
        (Get-JobRuntime $path).MockConfigFile | Should -Be $file
    }

    It 'takes SFN_MOCK_CONFIG where no file is named' {
        $env:SFN_MOCK_CONFIG = $file
        try {
            (Start-JobRuntime -DataPath (Join-Path $TestFolder 'by variable') -PassThru).MockConfigFile | Should -Be $file
        }
        finally {
            Remove-Item Env:SFN_MOCK_CONFIG
        }
    }
}
