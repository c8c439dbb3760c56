# Jobs that run for each item of a list, really run.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker worker1, worker2 -Tag @{ role = 'job_worker' }
    $mended = Join-Path $TestFolder 'mended'
    $items = 'tokyo', 'bad', '大阪 ''q'' "d" {{ x }} {% y %} $HOME'
    $load = 'printf ''%s\n'' "[$JOBMGMT_ITEM] $JOBMGMT_ITEM_INDEX"', "[ `"`$JOBMGMT_ITEM`" != bad ] || [ -e '$mended' ]"
    $null = New-JobNetwork items -Tag role=job_worker -Job @(
        New-JobDefinition load $load -ForEach $items -MaxConcurrency 2
        New-JobDefinition after 'echo after')
    if ($HasPython) {
        $failed = Start-JobNetwork items -PassThru | Wait-JobNetwork -Timeout 120s
    }
}

AfterAll {
    Stop-TestRuntime
}

Describe 'New-JobDefinition -ForEach' {
    It 'takes items, none and a limit, and refuses a limit alone' {
        (New-JobDefinition a true -ForEach b, c -MaxConcurrency 2).ForEach | Should -Be b, c
        $none = New-JobDefinition a true -ForEach $null
        $null -eq $none.ForEach | Should -BeFalse -Because 'a list that came out empty is no job that runs once'
        $none.ForEach.Count | Should -Be 0
        (Get-JobNetwork items).Job[0].ForEach | Should -Be $items
        (Get-JobNetwork items).Job[0].MaxConcurrency | Should -Be 2
        Get-ErrorId { New-JobDefinition a true -MaxConcurrency 2 } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobDefinition a true -ForEach (1..1001) } | Should -Be 'InvalidJobDefinition'
        $piped = [pscustomobject] @{ Name = 'a'; Command = 'true'; ForEach = $null } | New-JobDefinition
        $piped.Name | Should -Be a
        $null -eq $piped.ForEach | Should -BeTrue -Because 'an object without a list is a job that runs once'
    }
}

Describe 'A run of a job with items' {
    It 'fails once where an item fails, and says which' {
        Assert-Python
        $failed.Error | Should -Be 'ItemsFailed'
        ($failed.Cause | ConvertFrom-Json).Message | Should -Be "1 of 3 items failed: 'bad'."
        $alert = Get-JobAlert | Where-Object NetworkName -eq items
        $alert.JobName | Should -Be 'load'
        (Invoke-Expression $alert.Next[0]).Message | Should -Contain '[bad] 1'
        $jobs = $failed | Get-JobRun
        $jobs.Status | Should -Be 'Failed', 'Skipped'
        $jobs[0].ItemsSucceeded, $jobs[0].ItemCount | Should -Be 2, 3
    }

    It 'shows each item, and its log' {
        Assert-Python
        $all = $failed | Get-JobRun -Recurse
        $all.JobName | Should -Be 'load', 'load[0]', 'load[1]', 'load[2]', 'after'
        $all[1..3].ItemValue | Should -Be $items
        $all[1..3].ExitCode | Should -Be 0, 1, 0
        ($all | Where-Object Status -eq Failed | Get-JobLog -Stream Stdout).Message | Should -Be '[bad] 1'
        (Get-JobRun items -Status Failed | Get-JobLog -Stream Stdout | ForEach-Object { "$($_.JobName): $($_.Message)" }) | Should -Be 'load[1]: [bad] 1'
        (Get-JobLog items load -Stream Stdout).Message | Should -Be "[$($items[0])] 0", '[bad] 1', "[$($items[2])] 2"
    }

    It 'takes its items from another job, and hands its own outputs on' {
        Assert-Python
        $null = New-JobNetwork found -Tag role=job_worker -Job @(
            New-JobDefinition list 'echo ''["a b", {"x": "é"}]''' -Output Json
            New-JobDefinition load 'printf "%s" "<$JOBMGMT_ITEM>"' -Output LastLine -ForEach '{% jobs.list.Output %}'
            New-JobDefinition tell 'echo "$ALL"' -Environment @{ ALL = '{% $join(jobs.load.Output, "|") %}' })
        (Start-JobNetwork found -PassThru | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        (Get-JobLog found tell -Stream Stdout).Message | Should -Be '<a b>|<{"x":"é"}>'
        (Get-JobRun found -Recurse -JobName load).ItemValue | Should -Be $null, 'a b', '{"x":"é"}'
        (Get-JobNetwork found).Job[1].ForEach | Should -Be '{% jobs.list.Output %}'
    }

    It 'does only what is not done when it is restarted' {
        Assert-Python
        $null = New-Item $mended
        $again = $failed | Restart-JobNetwork -PassThru | Wait-JobNetwork -Timeout 120s
        $again.Status | Should -Be 'Succeeded'
        $all = $again | Get-JobRun -Recurse
        $all.Status | Select-Object -Unique | Should -Be 'Succeeded'
        ($all | Where-Object ExecutionName -eq $again.ExecutionName).JobName | Should -Be 'load', 'load[1]', 'after'
        $all[0].ItemsSucceeded, $all[0].ItemCount | Should -Be 3, 3
    }
}
