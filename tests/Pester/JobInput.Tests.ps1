# What jobs are given and what they tell, from New-JobDefinition to the process that really runs and back.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Support.ps1')
    Start-TestRuntime
    $null = Publish-RunJobStack -WorkerBusyInterval 1s
    if ($HasPython) {
        $null = Register-JobWorker 'input' -Tag @{ 'rôle 役' = 'a:b/c=d+e-f@g 日本' }
    }

    # The file names of Linux take any text but '/' and NUL.
    function New-OutFolder([string] $Name) {
        (New-Item -ItemType Directory -Path (Join-Path $TestFolder $Name)).FullName
    }

    function Start-AndWait([object[]] $Job) {
        $null = New-JobNetwork input -Job $Job -Tag @{ 'rôle 役' = 'a:b/c=d+e-f@g 日本' } -AlertChannel high -Force
        Start-JobNetwork input -PassThru | Wait-JobNetwork -Timeout 120
    }
}

AfterAll {
    if ($HasPython) {
        Unregister-JobWorker 'input' -Confirm:$false
    }
    Stop-TestRuntime
}

Describe 'What New-JobDefinition gives a job' {
    It 'takes <Name> as a hashtable, as texts, as JSON and as nothing' -ForEach @(
        @{ Name = 'Environment'; Value = @{ A = 1 }; Text = 'A=1'; Json = '{"A":"1"}'; Key = 'A'; Is = '1' }
        @{ Name = 'Secret'; Value = @{ A = '/p' }; Text = 'A=/p'; Json = '{"A":"/p"}'; Key = 'A'; Is = '/p' }
        @{ Name = 'ErrorName'; Value = @{ 75 = 'T' }; Text = '75=T'; Json = '{"75":"T"}'; Key = 75; Is = 'T' }
    ) {
        foreach ($form in $Value, $Text, $Json) {
            $given = @{ $Name = $form }
            (New-JobDefinition a true @given).$Name[$Key] | Should -Be $Is
        }
        foreach ($form in @{}, '', $null) {
            $given = @{ $Name = $form }
            (New-JobDefinition a true @given).$Name | Should -Be $null
        }
        foreach ($form in $Value, $Text) {
            ([pscustomobject] @{ Name = 'b'; Command = 'true'; $Name = $form } | New-JobDefinition).$Name[$Key] | Should -Be $Is
        }
    }

    It 'refuses <Given> in one error' -ForEach @(
        @{ Given = @{ Environment = @{ 'a-b' = 'x' } }; Id = 'InvalidJobDefinition' }
        @{ Given = @{ Environment = @{ JOBMGMT_RUN = 'x' } }; Id = 'InvalidJobDefinition' }
        @{ Given = @{ Environment = @{ A = 1, 2 } }; Id = 'ParameterArgumentTransformationError' }
        @{ Given = @{ Environment = 'A' }; Id = 'ParameterArgumentTransformationError' }
        @{ Given = @{ Secret = @{ A = 'not a name' } }; Id = 'InvalidJobDefinition' }
        @{ Given = @{ SuccessExitCode = 0, 256 }; Id = 'InvalidJobDefinition' }
        @{ Given = @{ ErrorName = @{ x = 'T' } }; Id = 'ParameterArgumentTransformationError' }
        @{ Given = @{ ErrorName = @{ 75 = 'States.Timeout' } }; Id = 'InvalidJobDefinition' }
        @{ Given = @{ Output = 'All' }; Id = 'CannotConvertArgumentNoMessage' }
    ) {
        Get-ErrorId { New-JobDefinition a true @Given } | Should -Be $Id
    }

    It 'reaches the process unchanged: names, tags, lines, environment, 100 KiB (seed <_>)' -ForEach (Get-Random -Maximum 1000000) {
        Assert-Python
        $random = [Random]::new($_)
        $parts = "'", '"', '\', '$HOME', '$(id)', '`', '{{ ssm:x }}', '{{', '}}', '{%', '%}', '{% 1 %} ', "`n", "`r`n", "`t", ' ', '  ', '日本', 'é', "e`u{301}", '🙂', "`u{202e}", '#', '!', '~', '*', ';', '&', '|', '<', '>', 'EOF', '%', '%s', '\0', '-n', '$$', "JOBMGMT_END_OF_JOB`n", 'x'
        function New-Text { -join (1..$random.Next(1, 25) | ForEach-Object { $parts[$random.Next($parts.Count)] }) }
        $folder = New-OutFolder "o'u`"t {{x}} 日本 `$HOME"
        $expected = @{}
        $jobs = foreach ($number in 1..5) {
            $out = Join-Path $folder "file $number"
            $lines = @(if ($number -eq 1) { 1..5000 | ForEach-Object { "'{{$_}} `$HOME é 🙂 $(if ($_ % 20 -eq 0) { New-Text })" } } else { 1..3 | ForEach-Object { New-Text } })
            $values = @(1..3 | ForEach-Object { 'v' + (New-Text) })
            $expected[$out] = @($lines -join "`n") + @($values)
            $name = "$number " + ((New-Text) -replace '[\x00-\x1f\x7f]').Trim()
            New-JobDefinition $name.Substring(0, [Math]::Min(70, $name.Length)).TrimEnd([char[]] 0xd83d) -After @() -Environment @{ OUT = $out; V1 = $values[0]; V2 = $values[1]; V3 = $values[2] } -Command @(
                "cat >`"`$OUT`" <<'TEXT OF THE JOB'"
                $lines
                'TEXT OF THE JOB'
                'printf ''\0%s'' "$V1" "$V2" "$V3" >>"$OUT"'
                'printf ''%s'' "$JOBMGMT_JOB" >"$OUT.name"'
            )
        }
        (@($jobs)[0].Command -join "`n").Length | Should -BeGreaterThan 100KB
        $run = Start-AndWait $jobs
        $run.Status | Should -Be Succeeded -Because $run.Cause
        foreach ($job in $jobs) {
            $out = $job.Environment['OUT']
            $bytes = [IO.File]::ReadAllBytes($out)
            $parts = $expected[$out]
            $wanted = [Text.Encoding]::UTF8.GetBytes($parts[0] + "`n" + (-join ($parts[1..3] | ForEach-Object { "`0$_" })))
            [Convert]::ToHexString($bytes) -ceq [Convert]::ToHexString($wanted) | Should -BeTrue -Because $job.Name
            [IO.File]::ReadAllText("$out.name") | Should -BeExactly $job.Name
        }
    }
}

Describe 'What a job tells' {
    It 'is its output, its exit code and its error''s name' {
        Assert-Python
        $run = Start-AndWait @(
            New-JobDefinition line 'echo first; echo "the last é"' -Output LastLine -After @()
            New-JobDefinition json 'echo ''{"rows":[1,2],"name":"x"}''' -Output Json -After @()
            New-JobDefinition quiet 'echo no' -After @()
            New-JobDefinition three 'exit 3' -SuccessExitCode 0, 3 -After @()
            New-JobDefinition busy 'exit 75' -ErrorName @{ 75 = 'Temporary' } -After @()
        )
        $run.Error | Should -Be Temporary
        $jobs = @{}
        $run | Get-JobRun | ForEach-Object { $jobs[$_.JobName] = $_ }
        $jobs['line'].Output | Should -BeExactly 'the last é'
        $jobs['json'].Output.rows | Should -Be 1, 2
        $jobs['json'].Output.name | Should -Be x
        $jobs['quiet'].Output | Should -Be $null
        "$($jobs['three'].Status) $($jobs['three'].ExitCode)" | Should -Be 'Succeeded 3'
        "$($jobs['busy'].Status) $($jobs['busy'].ExitCode) $($jobs['busy'].Error)" | Should -Be 'Failed 75 Temporary'
    }
}

Describe 'A condition' {
    It 'goes two ways after a judgement, hands on an output, and meets again' {
        Assert-Python
        $out = Join-Path $TestFolder 'two ways.txt'
        $jobs = @(
            New-JobDefinition check-1 "echo 'o''clock {{ x }} 日本 `$HOME'; exit 4" -SuccessExitCode 0, 4 -Output LastLine -After @()
            New-JobDefinition list 'echo ''{"files":["a b.csv","c"]}''' -Output Json -After @()
            New-JobDefinition full 'printf "%s|%s|%s" "$FILE" "$SAID" "$RUN" >"$OUT"' -After check-1, list -When 'jobs.`check-1`.ExitCode = 4' -Environment @{
                OUT = $out; FILE = '{% jobs.list.Output.files[0] %}'; SAID = '{%jobs.`check-1`.Output%}'; RUN = '{% run.NetworkName & "/" & run.Name %}' }
            New-JobDefinition delta 'exit 1' -After check-1 -When 'jobs.`check-1`.ExitCode = 0'
            New-JobDefinition verify 'exit 1' -After delta
            New-JobDefinition report 'exit 0' -After full, delta
            New-JobDefinition broken 'exit 0' -After check-1 -When '$number(jobs.`check-1`.Output) = 1'
        )
        $run = Start-AndWait $jobs
        "$($run.Status) $($run.Error)" | Should -Be 'Failed InvalidCondition'
        $all = $run | Get-JobRun
        ($all | ForEach-Object { "$($_.JobName) $($_.Status)" }) | Should -Be 'check-1 Succeeded', 'list Succeeded', 'full Succeeded', 'delta NotChosen', 'verify NotChosen', 'report Succeeded', 'broken Failed'
        Get-Content -Raw $out | Should -BeExactly "a b.csv|oclock {{ x }} 日本 `$HOME|input/$($run.ExecutionName)"
        $all[6].Message | Should -BeLike "The condition of job 'broken' could not be evaluated: *"
        @(Get-JobAlert -Channel high | Where-Object JobName -eq broken).Count | Should -Be 1
        ($run | Show-JobNetwork | Out-String) | Should -BeLike '*NotChosen*'
        $second = $run | Restart-JobNetwork -From full, broken -PassThru | Wait-JobNetwork -Timeout 120
        ($second | Get-JobRun | ForEach-Object { "$($_.JobName) $($_.Status)" }) | Should -Be 'check-1 Succeeded', 'list Succeeded', 'full Succeeded', 'delta NotChosen', 'verify NotChosen', 'report Succeeded', 'broken Failed'
        Get-Content -Raw $out | Should -BeExactly "a b.csv|oclock {{ x }} 日本 `$HOME|input/$($second.ExecutionName)"
    }

    It 'is refused when it is defined: <When>' -ForEach @(
        @{ When = 'jobs.check.ExitCode == 4'; Message = '*no JSONata at character 22*' }
        @{ When = '$states.input'; Message = '*does not see $states*' }
        @{ When = '{% true %}'; Message = '*{% or %} within*' }
        @{ When = 'jobs.*.Status = "Failed"'; Message = '*does not say which job*' }
    ) {
        $errors = $null
        New-JobDefinition a true -When $When -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'InvalidJobDefinition,*'
        "$errors" | Should -BeLike $Message
    }
}

Describe 'Parameters of a network' {
    BeforeAll {
        $out = Join-Path $TestFolder 'parameters.txt'
        $jobs = @(
            New-JobDefinition a 'printf "%s|%s|%s" "$date" "$region" "$mode" >"$OUT"; [ "$date" != 2026-13-01 ]' -After @() -Environment @{ OUT = $out; mode = 'own' }
            New-JobDefinition b 'exit 0' -After @() -When 'parameters.region = "eu"'
        )
        $tag = @{ 'rôle 役' = 'a:b/c=d+e-f@g 日本' }
    }

    It 'are kept by the network, in any form that they are given in' {
        (New-JobNetwork asked -Job $jobs -Parameter @{ date = $null; region = 'eu'; mode = '' } -AlertChannel high -Tag $tag).Parameter.Keys | Sort-Object | Should -Be date, mode, region
        (New-JobNetwork asked -Job $jobs -Parameter 'date', 'region=eu', 'mode=' -AlertChannel high -Tag $tag -Verbose 4>&1 | Out-String) | Should -BeLike '*nothing was changed*'
        (Get-JobNetwork asked).Parameter['date'] | Should -Be $null
        (Get-JobNetwork asked).Parameter['region'] | Should -BeExactly 'eu'
    }

    It 'are refused before anything starts: <Why>' -ForEach @(
        @{ Why = 'one is missing'; Given = @{}; Message = "*has to be given the parameter 'date'*" }
        @{ Why = 'one is unknown'; Given = @{ date = 'x'; dat = 'z' }; Message = "*has no parameter 'dat'. It has 'date', 'mode', 'region'.*" }
        @{ Why = 'one is no text'; Given = @{ date = $null }; Message = "*'date' of the network 'asked' is given without a text*" }
    ) {
        $errors = $null
        Start-JobNetwork asked -Parameter $Given -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'JobNetworkParameterInvalid,*'
        "$errors" | Should -BeLike $Message
        Get-JobNetworkRun asked | Should -BeNullOrEmpty
    }

    It 'are refused by the network itself, with one alert, when something else starts it' {
        $run = Start-JobNetwork asked -ExecutionInput '{"tags":{"a":"b"},"Parameters":{"region":"us"}}' -PassThru | Wait-JobNetwork -Timeout 60
        "$($run.Status) $($run.Error)" | Should -Be 'Failed InvalidJobInput'
        ($run.Cause | ConvertFrom-Json).Message | Should -BeLike "The parameter 'date' is missing.*"
        @(Get-JobAlert -Channel high | Where-Object NetworkName -eq asked).Count | Should -Be 1
    }

    It 'reach jobs and conditions, and may be changed in a restart' {
        Assert-Python
        $run = Start-JobNetwork asked -Parameter @{ date = '2026-13-01'; region = "o'{{ x }} 日本" } -PassThru | Wait-JobNetwork -Timeout 120
        ($run | Get-JobRun | ForEach-Object { "$($_.JobName) $($_.Status)" }) | Should -Be 'a Failed', 'b NotChosen'
        Get-Content -Raw $out | Should -BeExactly "2026-13-01|o'{{ x }} 日本|own"
        $run.Parameter['date'] | Should -BeExactly '2026-13-01'
        Get-ErrorId { $run | Restart-JobNetwork -Parameter @{ day = 'x' } } | Should -Be JobNetworkParameterInvalid
        $second = $run | Restart-JobNetwork -Parameter @{ date = '2026-11-28' } -PassThru | Wait-JobNetwork -Timeout 120
        $second.Status | Should -Be Succeeded
        Get-Content -Raw $out | Should -BeExactly "2026-11-28|o'{{ x }} 日本|own"
        ($second.Parameter.Values -join ' ') | Should -BeExactly "2026-11-28 o'{{ x }} 日本"
    }

    It 'are given to a simulation, too' {
        ($jobs | Invoke-JobNetwork -Parameter @{ date = 'x'; region = 'eu' }).Jobs.Status | Should -Be Succeeded, Succeeded
        ($jobs | Invoke-JobNetwork -Parameter date=x, region=us).Jobs.Status | Should -Be Succeeded, NotChosen
        Get-JobNetwork asked | Invoke-JobNetwork -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'JobNetworkParameterInvalid,*'
        (Get-JobNetwork asked | Measure-JobNetwork | Select-Object -First 1).NetworkName | Should -Be asked
    }
}
