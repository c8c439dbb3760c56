BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
}

AfterAll {
    Stop-TestRuntime
}

Describe 'Workers' {
    It 'registers none with -WhatIf' {
        Register-JobWorker w1 -WhatIf
        Get-JobWorker | Should -BeNullOrEmpty
    }

    It 'takes tags as <Form>' -ForEach @(
        @{ Form = 'a hashtable'; Name = 'hash'; Tag = @{ role = 'a'; env = 'p' } }
        @{ Form = 'pairs'; Name = 'pairs'; Tag = 'role=a', 'env=p' }
        @{ Form = 'JSON'; Name = 'json'; Tag = '{"role":"a","env":"p"}' }
        @{ Form = 'an object'; Name = 'object'; Tag = [pscustomobject] @{ role = 'a'; env = 'p' } }
    ) {
        $worker = Register-JobWorker $Name -Tag $Tag
        $worker.InstanceId | Should -Match '^i-[0-9a-f]{17}$'
        $worker.PingStatus | Should -Be 'Online'
        $worker.Tag['role'] | Should -Be 'a'
        $worker.Tag['env'] | Should -Be 'p'
    }

    It 'refuses tags that are none' {
        Get-ErrorId { Register-JobWorker bad -Tag 'no pair' } | Should -Be 'ParameterArgumentTransformationError'
        Get-ErrorId { Register-JobWorker bad -Tag '{"a":1}' } | Should -Be 'ParameterArgumentTransformationError'
    }

    It 'registers several, by name, by pipe and from objects' {
        (Register-JobWorker n1, n2).Name | Should -Be 'n1', 'n2'
        ('p1', 'p2' | Register-JobWorker).Name | Should -Be 'p1', 'p2'
        ([pscustomobject] @{ Name = 'o1'; Tag = @{ role = 'o' } } | Register-JobWorker).Tag['role'] | Should -Be 'o'
    }

    It 'refuses a name that is taken, and goes on' {
        Get-ErrorId { Register-JobWorker n1 } | Should -Be 'JobWorkerExists'
        (Register-JobWorker n1, n3 -ErrorAction SilentlyContinue).Name | Should -Be 'n3'
    }

    It 'finds by name, pattern, id, pipe and tag' {
        (Get-JobWorker n1).Name | Should -Be 'n1'
        (Get-JobWorker n*).Name | Should -Be 'n1', 'n2', 'n3'
        (Get-JobWorker (Get-JobWorker n2).InstanceId).Name | Should -Be 'n2'
        ('n1', 'p1' | Get-JobWorker).Name | Should -Be 'n1', 'p1'
        (Get-JobWorker n1 | Get-JobWorker).Name | Should -Be 'n1'
        (Get-JobWorker -Tag @{ role = 'a' }).Name | Should -Be 'hash', 'json', 'object', 'pairs'
        Get-JobWorker -Tag role=nobody | Should -BeNullOrEmpty
        Get-JobWorker nobody* | Should -BeNullOrEmpty
        Get-ErrorId { Get-JobWorker nobody } | Should -Be 'JobWorkerNotFound'
    }

    It 'unregisters, by name, pattern and pipe, but not with -WhatIf' {
        Unregister-JobWorker n1 -WhatIf
        (Get-JobWorker n1).Name | Should -Be 'n1'
        Unregister-JobWorker n1 -Confirm:$false
        Get-JobWorker n1 -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Unregister-JobWorker n* -Confirm:$false
        Get-JobWorker n* | Should -BeNullOrEmpty
        Get-JobWorker p* | Unregister-JobWorker -Confirm:$false
        Get-JobWorker p* | Should -BeNullOrEmpty
        $null = Register-JobWorker kept
        { [pscustomobject] @{ PSTypeName = 'JobMgmt.Cmdlets.JobRuns.JobRun'; Name = 'j'; InstanceId = (Get-JobWorker kept).InstanceId } | Unregister-JobWorker -Confirm:$false -ErrorAction Stop } | Should -Throw '*JobRun is no worker*'
        (Get-JobWorker kept).Name | Should -Be 'kept'
        Unregister-JobWorker kept -Confirm:$false
        Get-ErrorId { Unregister-JobWorker nobody -Confirm:$false } | Should -Be 'JobWorkerNotFound'
    }
}
