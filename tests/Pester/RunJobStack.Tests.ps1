BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
}

AfterAll {
    Stop-TestRuntime
}

Describe 'The RunJob stack' {
    It 'is not there at first' {
        Get-ErrorId { Get-RunJobStack } | Should -Be 'RunJobStackNotPublished'
        Test-RunJobStack -Quiet | Should -BeFalse
        (Test-RunJobStack).State | Sort-Object -Unique | Should -Be 'Missing'
        Get-ErrorId { New-JobNetwork n -Job (New-JobDefinition a true) } | Should -Be 'RunJobStackNotPublished'
    }

    It 'says with -WhatIf what would be created, and creates nothing' {
        $changes = Publish-RunJobStack -WhatIf
        $changes.Action | Sort-Object -Unique | Should -Be 'Create'
        $changes.Name | Should -Contain 'RunJob'
        (Test-RunJobStack).State | Sort-Object -Unique | Should -Be 'Missing'
    }

    It 'publishes: the article''s names, and a rule and a log group a channel' {
        $changes = Publish-RunJobStack -WorkerBusyInterval 1s -Channel high, low, night
        $changes.Action | Sort-Object -Unique | Should -Be 'Created'
        $changes.Name | Should -Contain 'RunShellScriptOnOneInstance'
        $changes.Name | Should -Contain 'SendFailEvent'
        $changes.Name | Should -Contain '/jobmgmt/alerts/night'
        Test-RunJobStack -Quiet | Should -BeTrue
    }

    It 'changes nothing the second time, and says so' {
        (Publish-RunJobStack).Action | Sort-Object -Unique | Should -Be 'Unchanged'
        Publish-RunJobStack -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] } | Should -Match 'nothing was changed'
    }

    It 'remembers its options' {
        $stack = Get-RunJobStack
        $stack.Channel | Should -Be 'high', 'low', 'night'
        $stack.WorkerBusyInterval | Should -Be ([timespan] '0:0:1')
        $stack.StackName | Should -Be 'default'
    }

    It 'updates what an option touches, and only that' {
        $changes = Publish-RunJobStack -WhatIf -LogRetentionInDays 30
        ($changes | Where-Object Action -eq Update).Name | Should -Contain '/jobmgmt/jobs'
        $changes = Publish-RunJobStack -LogRetentionInDays 30
        ($changes | Where-Object Action -eq Updated).Kind | Sort-Object -Unique | Should -Be 'LogGroup', 'StateMachine'
        (Get-RunJobStack).LogRetentionInDays | Should -Be 30
        (Publish-RunJobStack -LogRetentionInDays 90).Action | Should -Contain 'Updated'
        (Publish-RunJobStack).Action | Sort-Object -Unique | Should -Be 'Unchanged'
    }

    It 'takes the rule of a channel away that is left out, and keeps its alerts' {
        $changes = Publish-RunJobStack -Channel high, low
        ($changes | Where-Object Action -eq Deleted).Name | Should -Be 'JobAlert-night'
        ($changes | Where-Object Action -eq Kept).Name | Should -Be '/jobmgmt/alerts/night'
        (Get-RunJobStack).Channel | Should -Be 'high', 'low'
        Test-RunJobStack -Quiet | Should -BeTrue
    }

    It 'stands beside another with a prefix' {
        (Publish-RunJobStack -Prefix blue).Name | Should -Contain 'blue-RunJob'
        (Get-RunJobStack blue).Prefix | Should -Be 'blue'
        (Get-RunJobStack).Prefix | Should -Be ''
        [pscustomobject] @{ Prefix = 'blue' } | Get-RunJobStack | Select-Object -ExpandProperty StackName | Should -Be 'blue'
        Get-RunJobStack blue | Test-RunJobStack -Quiet | Should -BeTrue
    }

    It 'is not unpublished while networks use it, or with -WhatIf' {
        $null = New-JobNetwork user -Job (New-JobDefinition a true)
        Get-ErrorId { Unpublish-RunJobStack -Confirm:$false } | Should -Be 'RunJobStackInUse'
        (Unpublish-RunJobStack -Force -WhatIf).Action | Sort-Object -Unique | Should -Be 'Delete', 'Kept'
        Test-RunJobStack -Quiet | Should -BeTrue
        Remove-JobNetwork user -Confirm:$false
    }

    It 'is unpublished; logs stay unless -IncludeLog, and policies that were added to its roles go with them' {
        if (Get-Command aws -CommandType Application -ErrorAction SilentlyContinue) {
            $data = (Get-JobMgmtConnection).DataPath
            $env:AWS_SHARED_CREDENTIALS_FILE, $env:AWS_CONFIG_FILE = (Join-Path $data 'credentials'), (Join-Path $data 'config')
            try {
                $role = (Test-RunJobStack | Where-Object { $_.Kind -eq 'Role' -and $_.Name -like '*Trigger*' }).Name
                aws iam put-role-policy --role-name $role --policy-name queue --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}]}'
                $LASTEXITCODE | Should -Be 0
            }
            finally {
                Remove-Item Env:AWS_SHARED_CREDENTIALS_FILE, Env:AWS_CONFIG_FILE
            }
        }
        $changes = Unpublish-RunJobStack -Confirm:$false
        ($changes | Where-Object Action -eq Kept).Kind | Sort-Object -Unique | Should -Be 'LogGroup'
        Get-ErrorId { Get-RunJobStack } | Should -Be 'RunJobStackNotPublished'
        (Unpublish-RunJobStack blue -IncludeLog -Confirm:$false).Action | Sort-Object -Unique | Should -Be 'Deleted'
    }

    It 'is published whole by sessions that do it at the same time' {
        $actions = 1..3 | ForEach-Object -ErrorVariable failures -ThrottleLimit 3 -Parallel {
            Import-Module $using:ManifestPath
            (Publish-RunJobStack -Prefix race -ErrorAction Stop).Action
        }
        $failures | Should -BeNullOrEmpty
        $actions | Sort-Object -Unique | Should -BeIn 'Created', 'Updated', 'Unchanged'
        (Test-RunJobStack -Prefix race).State | Sort-Object -Unique | Should -Be 'Current'
    }

    It 'refuses a bad prefix' {
        Get-ErrorId { Publish-RunJobStack -Prefix 'a b' } | Should -Be 'ParameterArgumentValidationError'
    }
}
