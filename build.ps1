#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, stages and packages JobMgmt. Every task is one call of dotnet; without PowerShell, call dotnet yourself.
.EXAMPLE
    dotnet pwsh build.ps1 Build, Test
#>
param(
    # Build: the whole solution. Test: all tests. Stage: the module in out/JobMgmt. Package: the staged module as a zip in out.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Stage', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'JobMgmt.sln'
$module = Join-Path $PSScriptRoot 'module/JobMgmt/JobMgmt.Module.csproj'
$common = '--nologo', '--verbosity', 'quiet', '-consoleLoggerParameters:ErrorsOnly', '--configuration', $Configuration

foreach ($name in $Task) {
    switch ($name) {
        'Build' { dotnet build $solution @common }
        'Test' { dotnet test $solution --nologo --configuration $Configuration }
        'Stage' { dotnet build $module @common }
        'Package' { dotnet build $module @common '-target:Build;PackageModule' }
    }

    if ($LASTEXITCODE -ne 0) {
        throw "$name failed: dotnet ended with exit code $LASTEXITCODE."
    }
}
