# Runs Pester files in this one process and writes what became of each test as JSON, for PesterRun.cs to read.
param(
    [Parameter(Mandatory)] [string] $Pester,
    [Parameter(Mandatory)] [string] $Path, # the files, with the separator of PATH between them
    [Parameter(Mandatory)] [string] $Result
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester

# Message and the test's own lines: Pester's frames say nothing about the test.
function Format-Failure($ErrorRecord) {
    @(
        foreach ($record in $ErrorRecord) {
            "$($record.Exception.Message)"
            "$($record.ScriptStackTrace)" -split "`n" | Where-Object { $_ -notmatch 'Pester\.(psm1|ScriptScope)|RunPester\.ps1' }
        }
    ) -join "`n"
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path -split [IO.Path]::PathSeparator
$configuration.Run.PassThru = $true
$configuration.Run.FailOnNullOrEmptyForEach = $true
$configuration.Output.Verbosity = 'Detailed' # PesterRun.cs shows it where a file does not come to its end
$run = Invoke-Pester -Configuration $configuration

$rows = @(
    foreach ($test in $run.Tests) {
        [ordered]@{
            File     = [IO.Path]::GetFileName($test.ScriptBlock.File)
            Name     = $test.ExpandedPath
            Result   = "$($test.Result)"
            Skipped  = if ($test.Result -eq 'Skipped') { $test.ErrorRecord | ForEach-Object { "$($_.Exception.Message)" } | Select-Object -First 1 }
            Seconds  = $test.Duration.TotalSeconds
            Line     = $test.StartLine
            Error    = Format-Failure $test.ErrorRecord
        }
    }
    # A file that cannot be read, or a BeforeAll that fails, is a failure of its own: no test of it may vanish silently.
    foreach ($block in @($run.FailedContainers) + @($run.FailedBlocks)) {
        [ordered]@{
            File     = [IO.Path]::GetFileName("$($block.Item ?? $block.ScriptBlock.File)")
            Name     = "$($block.ExpandedPath ?? $block.Item) (set-up)"
            Result   = 'Failed'
            Seconds  = 0
            Line     = 0
            Error    = Format-Failure $block.ErrorRecord
        }
    }
)

ConvertTo-Json -InputObject $rows -Depth 3 | Set-Content -LiteralPath $Result -Encoding utf8NoBOM
