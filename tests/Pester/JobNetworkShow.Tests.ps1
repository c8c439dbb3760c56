# Show-JobNetwork. The offline half proves that it starts no runtime.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Set-Location $TestFolder
    Disconnect-JobMgmt
    $jobs = @(
        New-JobDefinition extract true
        New-JobDefinition load-売上 true -After extract
        New-JobDefinition load-b 'exit 3' -After extract
        New-JobDefinition report true -After load-売上, load-b
        New-JobDefinition mend true -After load-b -RunOn Failure
    )
    $picture = '●    extract', '├─●  load-売上', '● │  load-b', '├─●  report', '◇    mend       on failure' -join "`n"
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Show-JobNetwork with jobs' {
    It 'draws them as the network that they would make, in one string' {
        $shown = $jobs | Show-JobNetwork -Width 80
        $shown | Should -BeOfType string
        $shown | Should -BeExactly $picture
        Show-JobNetwork -Job $jobs -Width 80 | Should -BeExactly $picture
    }

    It 'draws jobs without -After as a sequence' {
        (New-JobDefinition a true), (New-JobDefinition b true) | Show-JobNetwork | Should -BeExactly "●  a`n●  b"
    }

    It 'draws in ASCII' {
        $jobs | Show-JobNetwork -Ascii | Should -BeExactly $picture.Replace('●', '*').Replace('├─', '+-').Replace('│', '|').Replace('◇', '!')
    }

    It 'writes -As <As>' -ForEach @(
        @{ As = 'Mermaid'; Like = "---`ntitle: `"n & n`"`n---`nflowchart TD`n    job0*" }
        @{ As = 'Dot'; Like = "digraph `"n &amp; n`" {*" }
        @{ As = 'Svg'; Like = '<svg *<title>n &amp; n</title>*</svg>' }
        @{ As = 'Text'; Like = "n & n`n●*" }
    ) {
        $jobs | Show-JobNetwork -As $As -Title 'n & n' | Should -BeLike $Like
    }

    It 'writes SVG that a file keeps' {
        $jobs | Show-JobNetwork -As Svg | Set-Content picture.svg -Encoding utf8
        [xml] $svg = Get-Content picture.svg -Raw
        $svg.svg.g.Count | Should -Be 5
        $svg.svg.title | Should -Be 'Job network'
    }

    It 'keeps to the width, and lists jobs where lines leave no room' {
        $many = @(1..20 | ForEach-Object { New-JobDefinition "job$_" true }) + (New-JobDefinition last true -After (1..20 | ForEach-Object { "job$_" }))
        $lines = ($many | Show-JobNetwork -Width 30) -split "`n"
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 30 }
        $lines[-1] | Should -BeLike '2  last*after job1, *…'
    }

    It 'refuses <Because>' -ForEach @(
        @{ Because = 'an unknown job'; After = 'gone'; Name = 'b' }
        @{ Because = 'a circle'; After = 'b'; Name = 'b' }
        @{ Because = 'a name twice'; After = 'extract'; Name = 'load-b' }
    ) {
        Get-ErrorId { $jobs + (New-JobDefinition $Name true -After $After) | Show-JobNetwork } | Should -Be 'InvalidJobNetwork'
    }

    It 'has started no runtime' {
        Test-Path $env:JOBMGMT_DATA_PATH | Should -BeFalse
    }
}

Describe 'Show-JobNetwork with a target' {
    BeforeAll {
        Start-TestRuntime
        $null = Publish-RunJobStack -WorkerBusyInterval 1s
        $null = Register-JobWorker worker1 -Tag @{ role = 'job_worker' }
        $null = New-JobNetwork nightly -Job $jobs -Tag @{ role = 'job_worker' }
        $null = New-JobNetwork weekly -Job (New-JobDefinition only true)
        if ($HasPython) {
            $run = Start-JobNetwork nightly -ExecutionName one -PassThru | Wait-JobNetwork -Timeout 120s
        }
    }

    It 'draws networks by name, by pattern and from the pipeline' {
        Show-JobNetwork nightly -Width 80 | Should -BeExactly "nightly`n$picture"
        Show-JobNetwork *ly -Title '' -Width 80 | Should -BeExactly $picture, '●  only'
        'weekly' | Show-JobNetwork | Should -BeExactly "weekly`n●  only"
        Get-JobNetwork | Show-JobNetwork -Title '' -Width 80 | Should -BeExactly $picture, '●  only'
    }

    It 'says which network or run is missing' {
        Get-ErrorId { Show-JobNetwork missing } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Show-JobNetwork missing* } | Should -BeNullOrEmpty
        Get-ErrorId { Show-JobNetwork nightly missing } | Should -Be 'JobNetworkRunNotFound'
        Get-ErrorId { Show-JobNetwork -ExecutionArn $null } | Should -Be 'JobNetworkRunMissing'
    }

    It 'shows how the jobs of a run stand, plain in the string and coloured in the view' {
        Assert-Python
        $expected = @(
            'nightly one: Failed', '●    extract    Succeeded', '├─●  load-売上  Succeeded', '● │  load-b     Failed', '├─●  report     Skipped',
            '◇    mend       Succeeded  on failure') -join "`n"
        Show-JobNetwork nightly one -Width 80 | Should -BeExactly $expected
        $run | Show-JobNetwork -Width 80 | Should -BeExactly $expected
        $shown = Get-JobNetworkRun nightly | Show-JobNetwork -Width 80
        $shown | Should -BeOfType string
        $shown | Set-Content run.txt
        (Get-Content run.txt) -join "`n" | Should -BeExactly $expected
        $shown.Coloured | Should -Match "\e\[31mFailed\e\[0m"
        ($shown | Out-String).Trim() | Should -BeExactly ($expected -replace "`n", [Environment]::NewLine)
        $behind = $run, $shown | Out-String -Width 80
        $behind | Should -Match 'load-b +Failed'
        $behind | Should -Not -Match 'Coloured'
        Push-Location $PSScriptRoot
        $script = { param($manifest, $data) Import-Module $manifest; Connect-JobMgmt -DataPath $data; Show-JobNetwork nightly one -Width 80 | Out-Host }
        $redirected = dotnet pwsh -NoProfile -NonInteractive -Command $script -args $ManifestPath, (Join-Path $TestFolder 'runtime')
        Pop-Location
        "$redirected" | Should -Match 'load-b +Failed'
        "$redirected" | Should -Not -Match '\e'
        $run | Show-JobNetwork -As Mermaid | Should -Match 'load-b<br/>Failed"\]:::Failed'
        $run | Show-JobNetwork -As Dot | Should -Match 'load-b\\nFailed", fillcolor='
        $run | Show-JobNetwork -As Svg | Should -Match '<g class="job Failed"><title>load-b: Failed</title>'
    }

    It 'draws jobs whose order is not known without lines, and says so' {
        $foreign = Get-JobNetwork nightly
        $branch = { param($name) @{ StartAt = $name; States = @{ $name = @{
            Type = 'Task'; Resource = 'arn:aws:states:::states:startExecution.waitForTaskToken'; End = $true
            Parameters = @{ StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:RunJob'; Input = @{ 'TaskToken.$' = '$$.Task.Token'; Commands = @('true') } } } } } }
        $definition = @{ StartAt = 'Both'; States = @{ Both = @{ Type = 'Parallel'; End = $true; Branches = @((& $branch a), (& $branch b)) } } } | ConvertTo-Json -Depth 20
        $foreign.GetType().GetProperty('Definition').SetValue($foreign, $definition)
        $two = [Array]::CreateInstance($jobs[0].GetType(), 2)
        $two[0], $two[1] = (New-JobDefinition only true), (New-JobDefinition other true)
        $foreign.GetType().GetProperty('Job').SetValue($foreign, $two)
        $foreign | Show-JobNetwork -Title '' -WarningVariable said -WarningAction SilentlyContinue | Should -BeExactly "●    only`n  ●  other"
        $said | Should -BeLike "*'nightly'*order*"
    }
}
