# Locks of jobs, really held.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    $null = Register-JobWorker worker1, worker2 -Tag @{ role = 'job_worker' }
    $gate = Join-Path $TestFolder 'gate'
    $lock = '倉庫 ''q'' {% $x %}'
    $wait = "while [ ! -e '$gate' ]; do sleep 0.1; done"

    $null = New-JobNetwork first -Tag role=job_worker -Job (New-JobDefinition load $wait -Lock $lock)
    $null = New-JobNetwork second -Tag role=job_worker -Job (New-JobDefinition load 'echo second' -Lock $lock)
    $null = New-JobNetwork late -Tag role=job_worker -Job (New-JobDefinition load 'echo late' -Lock $lock -LockTimeout 1s)
}

AfterAll {
    Stop-TestRuntime
}

Describe 'New-JobDefinition -Lock' {
    It 'takes a lock, its slots and a time, and refuses them without a lock' {
        $job = New-JobDefinition a true -Lock w -Slots 2 -LockTimeout 2h
        $job.Lock, $job.Slots, $job.LockTimeout | Should -Be 'w', 2, 7200
        (Get-JobNetwork late).Job.Lock | Should -Be $lock
        (Get-JobNetwork late).Job.LockTimeout | Should -Be 1
        (New-JobDefinition a true).Lock | Should -Be $null
        Get-ErrorId { New-JobDefinition a true -Slots 2 } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobDefinition a true -LockTimeout 2s } | Should -Be 'InvalidJobDefinition'
        Get-ErrorId { New-JobDefinition a true -Lock '' } | Should -Be 'InvalidJobDefinition'
    }

    It 'is free in a simulated run' {
        (Invoke-JobNetwork -Job (New-JobDefinition a true -Lock w)).Status | Should -Be 'Succeeded'
    }
}

Describe 'Locks of runs' {
    It 'are shown while they are held and waited for, are handed on, and come back from a stopped run' {
        Assert-Python
        $held = Start-JobNetwork first -PassThru
        Wait-Until { (Get-JobLock $lock -ErrorAction Ignore).Holders }
        $waiting = Start-JobNetwork second -PassThru
        Wait-Until { (Get-JobLock $lock).Waiters }
        $shown = Get-JobLock $lock
        $shown.Slots | Should -Be 1
        (TabExpansion2 'Clear-JobLock 倉' 15).CompletionMatches.ListItemText | Should -Contain $lock
        $shown.Holders.ExecutionName | Should -Be $held.ExecutionName
        $shown.Waiters.NetworkName, $shown.Waiters.JobName | Should -Be 'second', 'load'
        $run = Wait-Until { $waiting | Get-JobRun | Where-Object Status -eq Waiting } # it is in the table a moment before it waits
        $run.Lock | Should -Be $lock
        $late = Start-JobNetwork late -PassThru | Wait-JobNetwork -Timeout 120s
        $late.Error | Should -Be 'LockTimedOut'
        ($late | Get-JobRun).Status | Should -Be 'Failed'
        ($late | Get-JobRun).Error | Should -Be 'LockTimedOut'
        Clear-JobLock $lock -ExecutionName $held.ExecutionName -WhatIf
        (Get-JobLock $lock).Holders.ExecutionName | Should -Be $held.ExecutionName
        Clear-JobLock $lock -ExecutionName $held.ExecutionName -Confirm:$false
        ($waiting | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        $null = New-Item $gate
        ($held | Wait-JobNetwork -Timeout 120s).Status | Should -Be 'Succeeded'
        (Get-JobLock $lock).Holders.Count | Should -Be 0
    }

    It 'are refused by name where nobody has taken them' {
        Get-ErrorId { Get-JobLock nobody } | Should -Be 'JobLockNotFound'
        Get-ErrorId { Clear-JobLock nobody -Confirm:$false } | Should -Be 'JobLockNotFound'
        Get-JobLock n* | Should -Be $null
    }
}
