BeforeDiscovery {
    $root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../module/JobMgmt/help'))
    $manifest = Import-PowerShellDataFile (Join-Path $PSScriptRoot '../../out/JobMgmt/JobMgmt.psd1')
    $examples = foreach ($name in $manifest.CmdletsToExport) {
        $number = 0
        foreach ($match in [regex]::Matches((Get-Content (Join-Path $root "en-US/$name.md") -Raw), '(?ms)^```powershell\r?\n(.*?)\r?\n```')) {
            @{ Name = $name; Number = ++$number; Code = $match.Groups[1].Value }
        }
    }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    $help = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../module/JobMgmt/help'))
    $staged = Split-Path $ManifestPath
    Set-Location $TestFolder
    Disconnect-JobMgmt

    # What the examples take for granted: a mail server, a stack, a worker, a calendar, a network that ran, and others.
    $null = Start-JobRuntime -SmtpServer 127.0.0.1:2525 -SmtpFrom jobs@example.com
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker ready -Tag @{ role = 'job_worker' }
    $null = New-JobCalendar jp-business -TimeZone Asia/Tokyo
    $null = New-JobNetwork nightly -Job (New-JobDefinition Extract 'echo extract') -Tag @{ role = 'job_worker' }
    foreach ($name in 'load', 'report', 'closing', 'payroll') {
        $null = New-JobNetwork $name -Job (New-JobDefinition work true) -Parameter @{ key = '' } -Tag @{ role = 'job_worker' }
    }
    if ($HasPython) {
        $null = Start-JobNetwork nightly -PassThru | Wait-JobNetwork -Timeout 120s
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Help of <_>' -ForEach $manifest.CmdletsToExport {
    It 'shows synopsis, description, an example and a text for each parameter' {
        $topic = Get-Help $_ -Full
        $topic.Synopsis | Should -Not -Match ([regex]::Escape("$_ ["))
        $topic.description.Text | Should -Not -BeNullOrEmpty
        @($topic.examples.example).Count | Should -BeGreaterThan 0
        foreach ($parameter in @($topic.parameters.parameter | Where-Object { $_ })) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because "-$($parameter.name)"
            $taken = (Get-Command $topic.Name -Module JobMgmt).Parameters[$parameter.name].ParameterSets.Values
            $ways = @(if ($taken.ValueFromPipeline -contains $true) { 'ByValue' }; if ($taken.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' })
            $parameter.pipelineInput | Should -Be $(if ($ways) { "True ($($ways -join ', '))" } else { 'False' }) -Because "-$($parameter.name)"
        }
    }

    It 'is in step in English and Japanese' {
        $shape = foreach ($culture in 'en-US', 'ja-JP') {
            $text = Get-Content (Join-Path $help "$culture/$_.md") -Raw
            ([regex]::Matches($text, '(?m)^(## .*|### -.*)$').Value.Trim() -join '|') + ([regex]::Matches($text, '(?ms)^```powershell(.*?)```').Value -join '|')
        }
        $shape[1] | Should -Be $shape[0]
    }
}

Describe 'The staged help' {
    It 'is there in both cultures, and in step with the sources' {
        foreach ($culture in 'en-US', 'ja-JP') {
            Join-Path $staged "$culture/JobMgmt.Cmdlets.dll-Help.xml" | Should -Exist
            Join-Path $staged "$culture/about_JobMgmt.help.txt" | Should -Exist
        }
        Get-Help about_JobMgmt | Should -Match 'job network'
    }

    It 'marks text beyond ASCII as UTF-8, for Windows PowerShell' {
        foreach ($topic in Get-ChildItem $staged -Recurse -Include 'about_*.txt', '*.psm1', '*.psd1') {
            $bytes = [IO.File]::ReadAllBytes($topic.FullName)
            if ($bytes | Where-Object { $_ -gt 127 } | Select-Object -First 1) {
                $bytes[0..2] | Should -Be 0xEF, 0xBB, 0xBF -Because $topic.FullName
            }
        }
    }
}

Describe 'The example' {
    It '<Number> of <Name> runs' -ForEach $examples {
        if ($Code -match 'Wait-JobNetwork|Restart-JobNetwork') {
            Assert-Python
        }
        if ($Code -match 's3://') {
            Set-ItResult -Skipped -Because 'there is no bucket, and no cmdlet that makes one'
        }
        { & ([scriptblock]::Create($Code)) | Out-Null } | Should -Not -Throw
    }
}
