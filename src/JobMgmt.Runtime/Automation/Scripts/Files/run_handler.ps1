# Runs the script of an aws:executeScript step with a PowerShell runtime, in the step's folder. The input is in $env:InputPayload as JSON;
# what the script returns is left in result.json as {"payload": ...}, or what went wrong as {"error": ...}.
$ErrorActionPreference = 'Stop'
try {
    $value = & (Join-Path $PWD 'customer_script.ps1')
    $result = @{ payload = $value }
}
catch {
    $result = @{ error = "$($_.InvocationInfo.PositionMessage)`n`n$($_.Exception.GetType().Name) - $($_.Exception.Message)" }
}
$result | ConvertTo-Json -Depth 50 -Compress | Set-Content -LiteralPath 'result.json.new' -Encoding utf8NoBOM
Move-Item -LiteralPath 'result.json.new' -Destination 'result.json' -Force
