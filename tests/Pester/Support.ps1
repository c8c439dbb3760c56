# Dot-sourced by the test files: the staged module, and one runtime a file in a folder of its own.
$ManifestPath = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../out/JobMgmt/JobMgmt.psd1'))
Import-Module $ManifestPath

$HasPython = [bool] (Get-Command python3 -CommandType Application -ErrorAction SilentlyContinue)

# A folder for one test file. Not TestDrive: Pester empties that after each Describe, under the feet of a runtime that lives in it.
$TestFolder = Join-Path ([IO.Path]::GetTempPath()) "jobmgmt-pester-$PID-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
$null = New-Item -ItemType Directory -Path $TestFolder
$env:JOBMGMT_DATA_PATH = Join-Path $TestFolder 'default'

# A runtime of this file's own, connected.
function Start-TestRuntime {
    Connect-JobMgmt -DataPath (Join-Path $TestFolder 'runtime')
}

# Stops every runtime below the folder and takes the folder away.
function Stop-TestRuntime {
    Disconnect-JobMgmt
    Get-ChildItem -LiteralPath $TestFolder -Directory | ForEach-Object { Stop-JobRuntime -DataPath $_.FullName -ErrorAction SilentlyContinue }
    Set-Location $PSScriptRoot

    # A command's supervisor outlives its runtime, and may write its last file while the folder is emptied: then once more.
    $patience = [Diagnostics.Stopwatch]::StartNew()
    while ((Test-Path -LiteralPath $TestFolder) -and $patience.Elapsed.TotalSeconds -lt 120) {
        Remove-Item -LiteralPath $TestFolder -Recurse -Force -ErrorAction SilentlyContinue
    }
    Test-Path -LiteralPath $TestFolder | Should -BeFalse
}

# Listens for HTTP on a port of its own: one below those that systems hand out, so that no connection of anybody else gets it by chance.
function Start-HttpListener {
    for ($tries = 1; ; $tries++) {
        $listener = [Net.HttpListener]::new()
        $listener.Prefixes.Add("http://127.0.0.1:$(Get-Random -Minimum 20000 -Maximum 30000)/")
        try {
            $listener.Start()
            return $listener
        }
        catch {
            if ($tries -eq 10) { throw }
        }
    }
}

# A time that is soon. One of the minute that has begun comes, and one of a minute that is over never does: on a busy machine some seconds pass until a trigger is made.
function Get-Soon {
    $now = Get-Date
    $now.AddSeconds($now.Second -lt 45 ? 2 : 60 - $now.Second)
}

# Runs a script block as on a machine whose clock is that of a time zone.
function Use-TimeZone([string] $Name, [scriptblock] $Script) {
    $before = $env:TZ
    try {
        $env:TZ = $Name
        [TimeZoneInfo]::ClearCachedData()
        & $Script
    }
    finally {
        $env:TZ = $before
        [TimeZoneInfo]::ClearCachedData()
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

# Asks again and again until something comes. A busy machine may take long; only a failure waits for all of it.
function Wait-Until([scriptblock] $Script) {
    $patience = [Diagnostics.Stopwatch]::StartNew()
    do {
        $found = & $Script
    } until ($found -or $patience.Elapsed.TotalSeconds -gt 120)
    $found | Should -Not -BeNullOrEmpty
    $found
}

# Jobs are chosen and answered by python3 scripts of the Automation document.
function Assert-Python {
    if (-not $HasPython) {
        Set-ItResult -Skipped -Because 'python3 is not installed, and the Automation document runs python3 scripts'
    }
}
