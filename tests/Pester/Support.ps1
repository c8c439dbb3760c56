# Dot-sourced by the test files: the staged module, and one runtime a file in its TestDrive.
$ManifestPath = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../out/JobMgmt/JobMgmt.psd1'))
Import-Module $ManifestPath

$HasPython = [bool] (Get-Command python3 -CommandType Application -ErrorAction SilentlyContinue)

# A runtime in this file's TestDrive, connected.
function Start-TestRuntime {
    $path = Join-Path (Get-PSDrive TestDrive).Root 'runtime'
    Connect-JobMgmt -DataPath $path -PassThru
}

function Stop-TestRuntime($Connection) {
    Disconnect-JobMgmt
    if ($Connection) {
        Stop-JobRuntime -DataPath $Connection.DataPath -ErrorAction SilentlyContinue
    }
}

# The id of the error that a script block ends with, or the last one it writes; nothing if it goes well.
function Get-ErrorId([scriptblock] $Script) {
    try {
        $null = & $Script 2>&1 | Tee-Object -Variable all
        ($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | Select-Object -Last 1).FullyQualifiedErrorId -replace ',.*'
    }
    catch {
        $_.FullyQualifiedErrorId -replace ',.*'
    }
}

# Jobs are chosen and answered by python3 scripts of the Automation document.
function Assert-Python {
    if (-not $HasPython) {
        Set-ItResult -Skipped -Because 'python3 is not installed, and the Automation document runs python3 scripts'
    }
}
