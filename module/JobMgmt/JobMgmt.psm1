# The cmdlets are binary; this file only decides in which load context their assembly lives.
# PowerShell 7: a context of our own, so that another module's AWSSDK.Core and ours never meet.
# Windows PowerShell 5.1 has no such contexts: the assembly is loaded as it stands.

$importModule = Get-Command -Name Import-Module -Module Microsoft.PowerShell.Core -CommandType Cmdlet

if ($PSVersionTable.PSEdition -eq 'Core') {
    if (-not ('JobMgmt.Loader.ModuleLoadContext' -as [type])) {
        Add-Type -Path (Join-Path $PSScriptRoot 'JobMgmt.Loader.dll')
    }

    $inner = & $importModule -Assembly ([JobMgmt.Loader.ModuleLoadContext]::LoadCmdlets()) -PassThru
}
else {
    $inner = & $importModule -Name (Join-Path $PSScriptRoot (Join-Path 'bin' 'JobMgmt.Cmdlets.dll')) -PassThru
}

# PowerShell caches a module made from an assembly and, at a second import (Import-Module -Force), does not add its
# cmdlets to this module's scope again (PowerShell issue 20710). Adding them is what the first import does by itself.
if ($inner) {
    $add = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags] 'Instance, NonPublic')
    foreach ($command in $inner.ExportedCmdlets.Values) {
        if (-not $ExecutionContext.SessionState.Module.ExportedCmdlets.ContainsKey($command.Name)) {
            $add.Invoke($ExecutionContext.SessionState.Module, @(, $command))
        }
    }
}
