BeforeAll {
    $manifest = Join-Path $PSScriptRoot '../../out/JobMgmt/JobMgmt.psd1'
    Import-Module $manifest
}

Describe 'The module' {
    It 'exports the cmdlets that its manifest names' {
        $module = Get-Module JobMgmt
        $named = (Import-PowerShellDataFile $manifest).CmdletsToExport
        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($named | Sort-Object)
    }

    It 'keeps its cmdlets after a second import with -Force' {
        Import-Module $manifest -Force
        (Get-Module JobMgmt).ExportedCommands.Count | Should -Be (Import-PowerShellDataFile $manifest).CmdletsToExport.Count
        (Get-JobMgmtConnection).Target | Should -Be 'Local'
    }

    It 'loads its private assemblies in a context of their own' {
        $cmdlets = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'JobMgmt.Cmdlets' }
        [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($cmdlets).Name | Should -Be 'JobMgmt'
    }
}
