BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
}

AfterAll {
    Stop-TestRuntime
}

Describe 'The connection' {
    It 'is the local runtime of the default folder, not started by asking' {
        $connection = Get-JobMgmtConnection
        $connection.Target | Should -Be 'Local'
        $connection.Connected | Should -BeFalse
        $connection.DataPath | Should -Be (Join-Path $TestFolder 'default')
        $connection.ProcessId | Should -BeNullOrEmpty
        Get-JobRuntime | Should -BeNullOrEmpty
    }

    It 'starts the default runtime when a cmdlet needs it' {
        Get-JobWorker | Should -BeNullOrEmpty
        (Get-JobMgmtConnection).ProcessId | Should -Be (Get-JobRuntime).ProcessId
        (Get-JobMgmtConnection).AccountId | Should -Match '^\d{12}$'
    }

    It 'follows a runtime that was stopped and started again' {
        $first = (Get-JobRuntime).ProcessId
        Stop-JobRuntime
        Get-JobWorker | Should -BeNullOrEmpty
        (Get-JobRuntime).ProcessId | Should -Not -Be $first
    }

    It 'changes to another folder, by name and by pipe' {
        Connect-JobMgmt -DataPath (Join-Path $TestFolder 'other') | Should -BeNullOrEmpty
        (Get-JobMgmtConnection).DataPath | Should -Be (Join-Path $TestFolder 'other')
        (Get-JobRuntime | Connect-JobMgmt -PassThru).DataPath | Should -Be (Join-Path $TestFolder 'default')
    }

    It 'keeps a prefix' {
        (Connect-JobMgmt -DataPath (Join-Path $TestFolder 'other') -Prefix blue -PassThru).Prefix | Should -Be 'blue'
        Get-ErrorId { Connect-JobMgmt -Prefix '-bad' } | Should -Be 'ParameterArgumentValidationError'
    }

    It 'goes back with Disconnect-JobMgmt' {
        Disconnect-JobMgmt
        (Get-JobMgmtConnection).Connected | Should -BeFalse
    }

    It 'speaks to AWS endpoints with keys, and checks them at once' {
        $runtime = Start-JobRuntime (Join-Path $TestFolder 'other') -PassThru
        $keys = Get-Content (Join-Path $runtime.DataPath 'credentials') | Where-Object { $_ -match '=' } | ConvertFrom-StringData
        $access = $keys.aws_access_key_id | Where-Object { $_ }
        $secret = $keys.aws_secret_access_key | Where-Object { $_ }
        $aws = @{ Region = $runtime.Region; EndpointUrl = $runtime.Endpoint; AccessKey = $access }
        $connection = Connect-JobMgmt @aws -SecretKey (ConvertTo-SecureString $secret -AsPlainText) -PassThru
        $connection.Target | Should -Be 'AWS'
        $connection.AccountId | Should -Match '^\d{12}$'
        Get-ErrorId { Register-JobWorker nobody } | Should -Be 'JobWorkerLocalOnly'
        Get-ErrorId { Connect-JobMgmt @aws -SecretKey (ConvertTo-SecureString 'wrong' -AsPlainText) } | Should -Match 'Signature'
        (Get-JobMgmtConnection).Target | Should -Be 'AWS' -Because 'a connection that fails must not replace the one there is'
    }

    It 'names what is missing' {
        Get-ErrorId { Connect-JobMgmt -Region us-east-1 -ProfileName 'no such profile' } | Should -Be 'ProfileNotFound'
        Get-ErrorId { Connect-JobMgmt -Region us-east-1 -AccessKey AKIA } | Should -Be 'OptionsInvalid'
    }

    It 'says that the target is gone' {
        $aws = @{ Region = 'us-east-1'; EndpointUrl = 'http://127.0.0.1:9'; AccessKey = 'AKIA'; SecretKey = (ConvertTo-SecureString 'x' -AsPlainText) }
        Get-ErrorId { Connect-JobMgmt @aws } | Should -Be 'JobMgmtTargetUnreachable'
    }
}
