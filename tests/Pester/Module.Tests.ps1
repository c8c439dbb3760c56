BeforeDiscovery {
    $commands = (Import-PowerShellDataFile (Join-Path $PSScriptRoot '../../out/JobMgmt/JobMgmt.psd1')).CmdletsToExport
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    $named = (Import-PowerShellDataFile $ManifestPath).CmdletsToExport
}

AfterAll {
    Stop-TestRuntime
}

Describe 'The module' {
    It 'exports the cmdlets that its manifest names, and every cmdlet of its assembly' {
        (Get-Module JobMgmt).ExportedCommands.Keys | Sort-Object | Should -Be ($named | Sort-Object)
        $assembly = (Get-Command Get-JobNetwork).ImplementingType.Assembly
        $classes = $assembly.GetExportedTypes() | Where-Object { -not $_.IsAbstract -and $_.Name -like '*Command' }
        $classes.Count | Should -Be $named.Count
    }

    It 'keeps its cmdlets after a second import with -Force' {
        Import-Module $ManifestPath -Force
        (Get-Module JobMgmt).ExportedCommands.Count | Should -Be $named.Count
        (Get-JobMgmtConnection).Target | Should -Be 'Local'
    }

    It 'can be removed and imported again' {
        Remove-Module JobMgmt
        Get-Command Get-JobNetwork -ErrorAction SilentlyContinue -Module JobMgmt | Should -BeNullOrEmpty
        Import-Module $ManifestPath
        (Get-JobMgmtConnection).Target | Should -Be 'Local'
    }

    It 'loads its private assemblies in a context of their own' {
        $context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Command Get-JobNetwork).ImplementingType.Assembly)
        $context.Name | Should -Be 'JobMgmt'
        $context.Assemblies.GetName().Name | Should -Contain 'AWSSDK.Core'
    }

    It 'works beside another copy of the AWS SDK that was loaded first' {
        $script = {
            param($manifest)
            $other = [Reflection.Assembly]::LoadFrom((Join-Path (Split-Path $manifest) 'bin/AWSSDK.Core.dll'))
            Import-Module $manifest
            $null = Get-JobWorker -ErrorAction SilentlyContinue -ErrorVariable failed
            $ours = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' }
            "$($ours.Count) $($other.GetName().Name) $($failed.Count)"
            Stop-JobRuntime -ErrorAction SilentlyContinue
        }
        dotnet pwsh -NoProfile -NonInteractive -Command $script -args $ManifestPath | Should -Be '2 AWSSDK.Core 0'
    }

    It 'is imported without the AWS SDK: an import loads what its parameters are made of, a call the rest' {
        $script = {
            param($manifest)
            Import-Module $manifest
            [Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ JobMgmt | ForEach-Object Assemblies | ForEach-Object { $_.GetName().Name } | Sort-Object
        }
        dotnet pwsh -NoProfile -NonInteractive -Command $script -args $ManifestPath | Should -Be 'JobMgmt.Cmdlets', 'JobMgmt.Networks', 'JobMgmt.Schedules', 'JobMgmt.StatesLanguage'
    }
}

Describe '<_>' -ForEach $commands {
    BeforeAll {
        $command = Get-Command $_ -Module JobMgmt
        $changes = $command.Verb -in 'Add', 'Approve', 'Clear', 'Confirm', 'Deny', 'Disable', 'Enable', 'New', 'Remove', 'Start', 'Stop', 'Restart', 'Suspend', 'Resume', 'Set', 'Register', 'Unregister', 'Publish', 'Unpublish', 'Import', 'Export'
        $sends = $command.Name -eq 'Test-JobAlertChannel' # to people
    }

    It 'has an approved verb and a noun of ours' {
        (Get-Verb).Verb | Should -Contain $command.Verb
        $command.Noun | Should -Match '^(Crontab|Job(Alert|AlertChannel|Calendar|CalendarDate|Definition|Forecast|Lock|Log|Mgmt|MgmtConnection|Network|NetworkRun|NetworkStatus|NetworkTrigger|RetryPolicy|Run|Runtime|Worker)|RunJobStack)$'
    }

    It 'supports -WhatIf exactly if it changes something' {
        # Definitions and policies are objects in memory.
        $command.Parameters.ContainsKey('WhatIf') | Should -Be ($sends -or $changes -and $command.Name -notin 'New-JobDefinition', 'New-JobRetryPolicy')
    }

    It 'has no bool parameter, no switch that is on by itself, and one -Name-like pipeline parameter a set' {
        $command.Parameters.Values | Where-Object { $_.ParameterType -eq [bool] } | Should -BeNullOrEmpty
        foreach ($set in $command.ParameterSets) {
            @($set.Parameters | Where-Object ValueFromPipeline).Count | Should -BeLessOrEqual 1
        }
    }

    It 'tells its output type if it writes anything' {
        if ($command.Verb -notin 'Clear', 'Disconnect', 'Remove', 'Unregister') {
            $command.OutputType | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'The views' {
    BeforeAll {
        [xml] $format = Get-Content (Join-Path (Split-Path $ManifestPath) 'JobMgmt.Format.ps1xml') -Raw
        [xml] $types = Get-Content (Join-Path (Split-Path $ManifestPath) 'JobMgmt.Types.ps1xml') -Raw
        $loaded = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Command Get-JobNetwork).ImplementingType.Assembly).Assemblies
        function Find-Type($name) { $loaded | ForEach-Object { $_.GetType($name) } | Where-Object { $_ } | Select-Object -First 1 }
    }

    It 'name only types and properties that there are' {
        # A name without a namespace marks strings.
        foreach ($view in $format.Configuration.ViewDefinitions.View | Where-Object { "$($_.ViewSelectedBy.TypeName)".Contains('.') }) {
            $type = Find-Type $view.ViewSelectedBy.TypeName
            $type | Should -Not -BeNullOrEmpty -Because $view.ViewSelectedBy.TypeName
            $view.SelectNodes('.//PropertyName').InnerText | Where-Object { $_ } | ForEach-Object {
                $type.GetProperty($_) | Should -Not -BeNullOrEmpty -Because "$($type.Name).$_"
            }
            [regex]::Matches("$($view.SelectNodes('.//ScriptBlock').InnerText)", '\$_\.(\w+)') | Where-Object { $_.Value -notmatch 'Key|Value' } | ForEach-Object {
                $type.GetProperty($_.Groups[1].Value) | Should -Not -BeNullOrEmpty -Because "$($type.Name).$($_.Groups[1].Value)"
            }
        }
        foreach ($entry in $types.Types.Type) {
            $type = Find-Type $entry.Name
            $type | Should -Not -BeNullOrEmpty -Because $entry.Name
            $entry.SelectNodes('.//ReferencedProperties/Name').InnerText | ForEach-Object {
                $type.GetProperty($_) | Should -Not -BeNullOrEmpty -Because "$($type.Name).$_"
            }
        }
    }

    It 'leave no time to the session''s culture, whose calendar may count other years' {
        $format.SelectNodes('//FormatString').InnerText | Where-Object { $_ -match '\{0:.*[yMdHms]' } | Should -BeNullOrEmpty
        $format.SelectNodes('//ScriptBlock').InnerText | Where-Object { $_ -match '\$_\.\w*(Date|(?<!Of)Time|Since)\.ToString\(.*yyyy' } | Should -BeNullOrEmpty
        foreach ($view in $format.Configuration.ViewDefinitions.View | Where-Object { "$($_.ViewSelectedBy.TypeName)".Contains('.') }) {
            $type = Find-Type $view.ViewSelectedBy.TypeName
            $view.SelectNodes('.//PropertyName').InnerText | Where-Object { $_ -and $type.GetProperty($_).PropertyType -in [datetime], [Nullable[datetime]] } |
                Should -BeNullOrEmpty -Because "$($type.Name) is shown in the form of ISO 8601"
        }
    }

    It 'keep tables to seven columns and 120 characters' {
        foreach ($table in $format.SelectNodes('//TableControl')) {
            $widths = $table.SelectNodes('.//Width').InnerText
            @($widths).Count | Should -BeLessOrEqual 7
            ($widths | Measure-Object -Sum).Sum + @($widths).Count - 1 | Should -BeLessOrEqual 120
        }
    }

    It 'cover every output type' {
        $shown = $format.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName
        Get-Command -Module JobMgmt | ForEach-Object { $_.OutputType.Name } | Sort-Object -Unique | Where-Object { $_ -like 'JobMgmt.*' } |
            ForEach-Object { $shown | Should -Contain $_ }
    }
}
