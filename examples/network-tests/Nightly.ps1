<#
.SYNOPSIS
The nightly network as code: its jobs. Deploy it with

    New-JobNetwork nightly -Job (./Nightly.ps1) -AlertChannel high -Tag @{ role = 'job_worker' }

and test it, without a target, with

    Invoke-Pester ./Nightly.Tests.ps1
#>
New-JobDefinition extract './extract.sh' -After @() -ExecutionTimeout 1h
New-JobDefinition exchange-rates './rates.sh' -After @() -ExecutionTimeout 5m -RetryCount 2 -RetryInterval 10m
New-JobDefinition load './load.sh' -After extract, exchange-rates -ExecutionTimeout 2h
New-JobDefinition report './report.sh' -After load
New-JobDefinition archive './archive.sh' -After extract
New-JobDefinition page-on-call './page.sh' -After load -RunOn Failure
New-JobDefinition remove-temporary-files 'rm -rf /var/tmp/nightly' -After load, archive -RunOn Always
