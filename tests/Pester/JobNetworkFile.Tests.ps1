BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    $examples = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../examples/networks'))
    Start-TestRuntime
    $null = Publish-RunJobStack -Channel high, low -DefaultChannel low
    function Get-Plan($result) { ($result | ForEach-Object { "$($_.Sign) $($_.Name) $($_.State)" }) -join ', ' }
    function Copy-Examples($name) {
        $folder = Join-Path $TestFolder $name
        Copy-Item $examples $folder -Recurse
        $folder
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Import-JobNetwork' {
    It 'shows a plan with -WhatIf and changes nothing, then applies it, and then has nothing to do' {
        Get-Plan (Import-JobNetwork $examples -WhatIf) | Should -Be '+ backup Planned, + nightly Planned, + report Planned'
        Get-JobNetwork | Should -BeNullOrEmpty
        Get-Plan (Import-JobNetwork $examples) | Should -Be '+ backup Done, + nightly Done, + report Done'
        Get-Plan (Import-JobNetwork $examples) | Should -Be '= backup Done, = nightly Done, = report Done'
        (Get-JobNetwork nightly).JobName | Should -Be extract, rates, load, clean
    }

    It 'tells a change in an operator''s words, and prints it in 120 columns' {
        $folder = Copy-Examples change
        (Get-Content $folder/nightly.jobnetwork.yaml -Raw).Replace('10m', '2h').Replace('echo load', 'echo load --all').Replace('After: [load]', 'After: [load, rates]') |
            Set-Content $folder/nightly.jobnetwork.yaml -NoNewline
        $change = Import-JobNetwork $folder -WhatIf | Where-Object Name -eq nightly
        $change.Differences | Should -Be "job 'rates': ExecutionTimeout: 10m -> 2h", "job 'load': Command line 1: echo load -> echo load --all", "job 'clean': After: + rates"
        ($change | Out-String -Width 120) | Should -Match '~ change\s+nightly\s+Planned\s+job ''rates'''
        Get-Plan (Import-JobNetwork $folder) | Should -Be '= backup Done, ~ nightly Done, = report Done'
        Get-Plan (Import-JobNetwork $examples/nightly.jobnetwork.yaml) | Should -Be '~ nightly Done'
    }

    It 'tells all faults of all files at once, with their places, and sends nothing' {
        $folder = Copy-Examples faults
        Add-Content $folder/backup.jobnetwork.yaml "Tag: {}`n"
        (Get-Content $folder/report.jobnetwork.yaml -Raw).Replace('FailFast: true', 'FailFst: true').Replace('Name: report', 'Name: fresh') | Set-Content $folder/report.jobnetwork.yaml
        (Get-Content $folder/nightly.jobnetwork.yaml -Raw).Replace('10m', '1s') | Set-Content $folder/nightly.jobnetwork.yaml
        $failure = { Import-JobNetwork $folder } | Should -Throw -ErrorId 'JobNetworkFileInvalid,*' -PassThru
        "$failure" | Should -Match "backup.jobnetwork.yaml:\d+:1: 'Tag' is there already"
        "$failure" | Should -Match "report.jobnetwork.yaml:3:1: FailFst: .*Did you mean 'FailFast'"
        "$failure" | Should -Match 'nightly.jobnetwork.yaml:16:23: job ''rates'''
        Get-JobNetwork fresh -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'refuses two files with one network, a folder without any, and a path that leads nowhere' {
        $folder = Copy-Examples twice
        Copy-Item $folder/backup.jobnetwork.yaml $folder/backup2.jobnetwork.yaml
        { Import-JobNetwork $folder } | Should -Throw "*already that of*"
        $null = New-Item -ItemType Directory (Join-Path $TestFolder empty)
        Get-ErrorId { Import-JobNetwork (Join-Path $TestFolder empty) -Prune -Force } | Should -Be 'JobNetworkFileNotFound'
        Get-ErrorId { Import-JobNetwork (Join-Path $TestFolder nowhere) } | Should -Be 'JobNetworkFileNotFound'
    }

    It 'does nothing where one of the paths is empty, which would prune the rest' -ForEach '', $null {
        $before = (Get-JobNetwork).Name
        Get-ErrorId { @($examples, $_) | Import-JobNetwork -Prune -Force } | Should -Be JobNetworkPathEmpty
        (Get-JobNetwork).Name | Should -Be $before
    }

    It 'removes with -Prune what no file has, and only what is ours' {
        $null = New-JobNetwork extra -Job (New-JobDefinition a 'true')
        Get-Plan (Import-JobNetwork $examples -Prune -WhatIf | Where-Object Action -eq Remove) | Should -Be '- extra Planned'
        Get-Plan (Import-JobNetwork $examples -Prune -Confirm:$false | Where-Object Action -eq Remove) | Should -Be '- extra Done'
        (Get-JobNetwork).Name | Should -Be backup, nightly, report
    }

    It 'does not prune what runs, is held, or may be in a file with another name, without a word' {
        $folder = Copy-Examples renamed
        $null = New-JobNetwork old -Tag role=nobody -Job (New-JobDefinition a 'true' -Hold)
        Suspend-JobNetwork old -Reason 'The warehouse moves'
        $run = Start-JobNetwork old -PassThru -WarningAction SilentlyContinue
        foreach ($how in @{ WhatIf = $true }, @{ Confirm = $false }) {
            { Import-JobNetwork $folder -Prune @how } | Should -Throw '*old*runs, so it was not removed*'
        }
        $run | Stop-JobNetwork
        Rename-Item $folder/backup.jobnetwork.yaml backup.yaml
        $null = Import-JobNetwork $folder -Prune -WhatIf -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "*Not read*backup.yaml'*"
        "$said" | Should -BeLike "*'old', which is removed, is suspended*The warehouse moves*"
        Rename-Item $folder/backup.yaml backup.jobnetwork.yaml
        $null = Import-JobNetwork $folder -Prune -Confirm:$false -WarningAction SilentlyContinue
        Get-JobNetwork old -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $null = New-JobNetwork old -Tag role=nobody -Job (New-JobDefinition a 'true')
        (Get-JobNetworkStatus old).Suspension | Should -BeNullOrEmpty
        Remove-JobNetwork old -Confirm:$false
    }

    It 'warns of triggers as New-JobNetworkTrigger does' {
        $folder = Join-Path $TestFolder two-triggers
        $null = New-Item -ItemType Directory $folder
        Set-Content $folder/two.jobnetwork.yaml @"
Name: two
Tag: { role: job_worker }
Parameter: { date: '' }
Triggers:
  - { Name: m1, Cron: '1-59/2 * * * *', TimeZone: UTC, Parameter: { date: one } }
  - { Name: m2, Cron: '*/3 * * * *', TimeZone: UTC, Parameter: { date: two } }
Jobs:
  - { Name: a, Command: 'true' }
"@
        $null = Import-JobNetwork $folder -WhatIf -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "*'m1' and 'm2' of the job network 'two' are both due at*"
    }

    It 'takes a definition in the Amazon States Language' {
        $folder = Join-Path $TestFolder asl
        $null = Export-JobNetwork -Path $folder -As Asl
        Get-Plan (Import-JobNetwork $folder -WarningVariable said) | Should -Be '= backup Done, = nightly Done, = report Done'
        $said | Should -BeNullOrEmpty
    }

    It 'says what of such a definition it can''t bring along' {
        $folder = Join-Path $TestFolder asl-edited
        $null = Export-JobNetwork backup -Path $folder -As Asl
        $edited = ConvertFrom-Json (Get-Content $folder/backup.asl.json -Raw) -AsHashtable
        $edited.States['Alert for job 1'].Comment = 'ours'
        ConvertTo-Json $edited -Depth 50 | Set-Content $folder/backup.asl.json
        $null = Import-JobNetwork $folder -WhatIf -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "*backup.asl.json' has more than a job network says: state 'Alert for job 1'.*"
        $task = '{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","Parameters":{"StateMachineArn":"RunJob","Input":{"Commands":["true"],"Tags":{"a":"b"}}},"End":true}'
        Set-Content $folder/backup.asl.json "{`"StartAt`":`"Later`",`"States`":{`"Later`":{`"Type`":`"Wait`",`"Seconds`":9,`"Next`":`"job`"},`"job`":$task}}"
        $null = Import-JobNetwork $folder -WhatIf -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "*state 'Later'.*"
    }
}

Describe 'Export-JobNetwork' {
    It 'writes files that import as they are and export as the same bytes, and touches none that is as it should be' {
        $folder = Join-Path $TestFolder export
        $files = Export-JobNetwork -Path $folder -PassThru
        $files.Name | Should -Be backup.jobnetwork.yaml, nightly.jobnetwork.yaml, report.jobnetwork.yaml
        Join-Path $folder jobnetwork.schema.json | Should -Exist
        Get-ChildItem $folder -Filter *.tmp | Should -BeNullOrEmpty
        $before = (Get-FileHash $files.FullName).Hash
        $times = (Get-Item $files.FullName).LastWriteTimeUtc
        Get-Plan (Import-JobNetwork $folder) | Should -Be '= backup Done, = nightly Done, = report Done'
        Get-JobNetwork | Export-JobNetwork -Path $folder
        (Get-FileHash $files.FullName).Hash | Should -Be $before
        (Get-Item $files.FullName).LastWriteTimeUtc | Should -Be $times
    }

    It 'replaces a file that differs only with -Force, and writes nothing with -WhatIf' {
        $file = Join-Path $TestFolder one.yaml
        Export-JobNetwork nightly -Path $file -WhatIf
        $file | Should -Not -Exist
        Export-JobNetwork nightly -Path $file
        Get-ErrorId { Export-JobNetwork backup -Path $file } | Should -Be 'JobNetworkFileExists'
        Export-JobNetwork backup -Path $file -Force
        Get-Content $file -Raw | Should -Match 'Name: backup'
    }

    It 'keeps networks apart whose names differ in case alone, as not every file system does' {
        $folder = Join-Path $TestFolder case
        $null = New-JobNetwork Report -Job (New-JobDefinition a true)
        Get-ErrorId { Export-JobNetwork report, Report -Path $folder } | Should -Be 'JobNetworkFileTaken'
        (Get-ChildItem $folder -Filter *.yaml).Name | Should -Be report.jobnetwork.yaml
        Export-JobNetwork Report -Path (Join-Path $folder other)
        Get-Plan (Import-JobNetwork $folder) | Should -Be '= Report Done, = report Done'
        Remove-JobNetwork Report -Confirm:$false
    }

    It 'gives the text without -Path' {
        Export-JobNetwork report | Should -Match '(?m)^FailFast: true$'
    }

    It 'keeps every byte of a command from cmdlet to file and back' {
        $command = "#!/bin/sh`n`necho 'x' ""y"" `$z {{ a }}  `n`techo `\é🙂`r`n# end"
        $null = New-JobNetwork bytes -Job (New-JobDefinition a $command)
        $file = Join-Path $TestFolder bytes.yaml
        Export-JobNetwork bytes -Path $file
        Get-Plan (Import-JobNetwork $file) | Should -Be '= bytes Done'
        Remove-JobNetwork bytes -Confirm:$false
        $null = Import-JobNetwork $file
        (Get-JobNetwork bytes).Job[0].Command -join "`n" | Should -Be $command
        Remove-JobNetwork bytes -Confirm:$false
    }
}

Describe 'Compare-JobNetwork' {
    It 'is quiet when files and target are equal' {
        Compare-JobNetwork $examples | Should -BeNullOrEmpty
        Compare-JobNetwork $examples $examples | Should -BeNullOrEmpty
    }

    It 'compares networks from the pipeline, and no others' {
        $folder = Copy-Examples pipeline
        Get-JobNetwork | Compare-JobNetwork -DifferencePath $folder | Should -BeNullOrEmpty
        (Get-Content $folder/nightly.jobnetwork.yaml -Raw).Replace('10m', '2h') | Set-Content $folder/nightly.jobnetwork.yaml -NoNewline
        Remove-Item $folder/report.jobnetwork.yaml
        "$(Get-JobNetwork nightly | Compare-JobNetwork -DifferencePath $folder)" | Should -Be 'nightly rates ExecutionTimeout: 10m <> 2h'
        (Get-JobNetwork nightly, report | Compare-JobNetwork -DifferencePath $folder).NetworkName | Should -Be nightly, report
        Get-JobNetwork none* | Compare-JobNetwork -DifferencePath $folder | Should -BeNullOrEmpty
        Get-JobNetwork report | Compare-JobNetwork -DifferenceConnection (Get-JobMgmtConnection) | Should -BeNullOrEmpty
    }

    It 'tells drift by job and field' {
        $folder = Copy-Examples drift
        (Get-Content $folder/nightly.jobnetwork.yaml -Raw).Replace('10m', '2h') | Set-Content $folder/nightly.jobnetwork.yaml -NoNewline
        Remove-Item $folder/report.jobnetwork.yaml
        $found = Compare-JobNetwork $folder
        "$($found[0].NetworkName) $($found[0].JobName) $($found[0].Field) $($found[0].Reference) $($found[0].SideIndicator) $($found[0].Difference)" | Should -Be 'nightly rates ExecutionTimeout 2h <> 10m'
        "$($found[1].NetworkName) $($found[1].Field) $($found[1].SideIndicator)" | Should -Be 'report Network =>'
        (Compare-JobNetwork $folder -Name report).Count | Should -Be 1
    }

    It 'says which name neither side has, and compares the others' {
        $folder = Copy-Examples misspelt
        Remove-Item $folder/report.jobnetwork.yaml
        Get-ErrorId { Compare-JobNetwork $folder -Name nihgtly } | Should -Be 'JobNetworkNotFound'
        (Compare-JobNetwork $folder -Name nihgtly, report -ErrorAction SilentlyContinue).NetworkName | Should -Be 'report'
        Get-ErrorId { Compare-JobNetwork $folder $folder -Name nihgtly } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Get-JobNetwork nightly | Compare-JobNetwork -DifferencePath $examples -Name nihgtly } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Compare-JobNetwork -ReferenceConnection (Get-JobMgmtConnection) -DifferenceConnection (Get-JobMgmtConnection) -Name nihgtly } | Should -Be 'JobNetworkNotFound'
        Get-ErrorId { Compare-JobNetwork $examples -Name nihgtl* } | Should -BeNullOrEmpty
    }

    It 'compares two connections, whose ARNs are no difference' {
        $first = Get-JobMgmtConnection
        $second = Connect-JobMgmt -DataPath (Join-Path $TestFolder second) -Prefix blue -PassThru
        try {
            $null = Publish-RunJobStack -Channel high, low -DefaultChannel low
            $null = Import-JobNetwork $examples
            Compare-JobNetwork -ReferenceConnection $first -DifferenceConnection $second | Should -BeNullOrEmpty
            $null = New-JobNetwork report -Job (New-JobDefinition report 'echo other' -Tag role=reporter -WorkingDirectory /tmp) -FailFast -Force
            $found = Compare-JobNetwork -ReferenceConnection $first -DifferenceConnection $second
            "$found" | Should -Be 'report report Command line 1: echo report <> echo other'
        }
        finally {
            Connect-JobMgmt -DataPath $first.DataPath
        }
    }
}

Describe 'What was made or edited by hand' {
    BeforeAll {
        $hasAws = [bool] (Get-Command aws -CommandType Application -ErrorAction SilentlyContinue)
        $data = (Get-JobMgmtConnection).DataPath
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $data 'credentials'
        $env:AWS_CONFIG_FILE = Join-Path $data 'config'
        function Write-Definition($definition) {
            $file = Join-Path $data 'definition.json'
            ConvertTo-Json $definition -Depth 50 | Set-Content $file
            "file://$file"
        }
        $byHand = @{ StartAt = 'only'; States = @{ only = @{
            Type = 'Task'; Resource = 'arn:aws:states:::states:startExecution.waitForTaskToken'; End = $true
            Parameters = @{ StateMachineArn = (Get-RunJobStack).RunJobArn; Input = @{ 'TaskToken.$' = '$$.Task.Token'; 'Tags.$' = '$'; Commands = @('echo hand'); ExecutionTimeout = '60' } }
        } } }
    }

    AfterAll {
        Remove-Item Env:AWS_SHARED_CREDENTIALS_FILE, Env:AWS_CONFIG_FILE
    }

    BeforeEach {
        if (-not $hasAws) { Set-ItResult -Skipped -Because 'the AWS CLI, which makes such machines here, is not installed' }
    }

    It 'is exported where it has the shape of a network, left alone with a reason where not, and is imported over only with -Force' {
        aws stepfunctions create-state-machine --name JobNetwork-hand --role-arn arn:aws:iam::000000000000:role/mine --definition (Write-Definition $byHand) | Out-Null
        aws stepfunctions create-state-machine --name JobNetwork-other --role-arn arn:aws:iam::000000000000:role/mine --definition '{"StartAt":"a","States":{"a":{"Type":"Pass","End":true}}}' | Out-Null
        Export-JobNetwork hand | Should -Match '(?m)^      echo hand$'
        Export-JobNetwork other -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -Match "'other' is left alone: .*No state starts RunJob"
        $file = Join-Path $TestFolder hand.yaml
        Export-JobNetwork hand -Path $file
        { Import-JobNetwork $file } | Should -Throw '*was not made by JobMgmt*Import-JobNetwork -Force*'

        # unless a file names it, no folder knows it: neither export, nor import, nor comparison
        $folder = Join-Path $TestFolder all
        Export-JobNetwork -Path $folder -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "'hand' is left out:*Export-JobNetwork hand.*'other' is left out:*"
        Get-Plan (Import-JobNetwork $folder -Prune -WhatIf) | Should -Be '= backup Done, = nightly Done, = report Done'
        Compare-JobNetwork $folder | Should -BeNullOrEmpty
        (Compare-JobNetwork $folder -Name hand).Difference | Should -Be hand
        (Compare-JobNetwork $file).Difference | Should -Contain 'not made by JobMgmt'

        # and there is a way to make it one of ours
        (Import-JobNetwork $file -Force -WhatIf).Differences[0] | Should -Be 'state machine: not made by JobMgmt, and replaced'
        Get-Plan (Import-JobNetwork $file -Force) | Should -Be '~ hand Done'
        Compare-JobNetwork $file -Name hand | Should -BeNullOrEmpty
        Get-Plan (Import-JobNetwork $file) | Should -Be '= hand Done'
        Remove-JobNetwork hand -Confirm:$false
    }

    It 'is told as drift with its state, and brought back by an import' {
        $there = Get-JobNetwork backup
        $definition = ConvertFrom-Json $there.Definition -AsHashtable
        $definition.States['Alert for job 1'].TimeoutSeconds = 7
        aws stepfunctions update-state-machine --state-machine-arn $there.StateMachineArn --definition (Write-Definition $definition) | Out-Null
        $found = Compare-JobNetwork $examples -Name backup
        "$($found.Field): $($found.Difference)" | Should -Be 'Definition: edited by hand, or made by another version: state Alert for job 1'
        (Import-JobNetwork $examples -WhatIf | Where-Object Action -eq Change).Differences | Should -Match 'state Alert for job 1$'
        Export-JobNetwork backup -WarningVariable said -WarningAction SilentlyContinue | Should -Match '^Name: backup|(?m)^Name: backup'
        "$said" | Should -BeLike "*'backup' was edited by hand*state 'Alert for job 1'*-As Asl keeps it*"
        Export-JobNetwork backup -As Asl -WarningVariable said | Should -Match '"TimeoutSeconds": 7'
        $said | Should -BeNullOrEmpty
        $null = Import-JobNetwork $examples
        Compare-JobNetwork $examples -Name backup | Should -BeNullOrEmpty
    }
}

Describe 'An import that fails half-way' {
    It 'says what is done and what was not tried, and goes on when it is run again' {
        $null = New-JobNetwork a-idle -Job (New-JobDefinition a 'true')
        $null = New-JobNetwork b-runs -Job (New-JobDefinition a 'true' -Hold) -Tag @{ role = 'job_worker' } # its run goes on until somebody answers
        $null = New-JobNetwork c-idle -Job (New-JobDefinition a 'true')
        # it starts when the plan was made, and before it is removed
        $results = Import-JobNetwork $examples -Prune -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object {
            if ($_.Name -eq 'c-idle') { $run = Start-JobNetwork b-runs -PassThru }
            $_
        }
        Get-Plan ($results | Where-Object Action -eq Remove) | Should -Be '- c-idle Done, - b-runs Failed, - a-idle NotTried'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'JobNetworkImportFailed,*'
        "$($failed[0])" | Should -Match "'b-runs' runs, so it was not removed.*Done: c-idle\. Not tried: a-idle\."
        Get-Plan (Import-JobNetwork $examples -Prune -Force | Where-Object Action -eq Remove) | Should -Be '- b-runs Done, - a-idle Done'
        $run | Stop-JobNetwork -Confirm:$false -ErrorAction SilentlyContinue
    }
}
