# Dot-sourced by tests of what the cmdlets call: a proxy between them and a local runtime, which they then take for AWS. It keeps what is asked, and answers in the runtime's place where it is told to.
function Start-AwsProxy([uri] $Endpoint) {
    $listener = Start-HttpListener
    $proxy = [pscustomobject] @{
        Endpoint = @($listener.Prefixes)[0].TrimEnd('/')
        Listener = $listener
        Calls    = [Collections.Concurrent.ConcurrentQueue[object]]::new()
        # What is answered in the runtime's place, by operation: how often (below 0: always), status and body.
        Answers  = [hashtable]::Synchronized(@{})
        Shell    = [powershell]::Create()
    }
    $null = $proxy.Shell.AddScript({
            param($proxy, $endpoint)
            $http = [Net.Http.HttpClient]::new()
            while ($proxy.Listener.IsListening) {
                try { $context = $proxy.Listener.GetContext() } catch { break }
                $memory = [IO.MemoryStream]::new()
                $context.Request.InputStream.CopyTo($memory)
                $bytes = $memory.ToArray()
                $text = [Text.Encoding]::UTF8.GetString($bytes)
                $target = $context.Request.Headers['X-Amz-Target']
                $operation = $target ? $target.Split('.')[-1] : ($text -match '^Action=(\w+)') ? $Matches[1] : "$($context.Request.HttpMethod) $($context.Request.RawUrl)"
                $proxy.Calls.Enqueue([pscustomobject] @{ Operation = $operation; Body = $text })
                $answer = $proxy.Answers[$operation]
                $response = $context.Response
                if ($answer -and $answer.Count -ne 0) {
                    $answer.Count--
                    $response.StatusCode = $answer.Status
                    $response.ContentType = 'application/x-amz-json-1.1'
                    $given = [Text.Encoding]::UTF8.GetBytes($answer.Body)
                }
                else {
                    # The signature is over the host that the caller knows.
                    $request = [Net.Http.HttpRequestMessage]::new($context.Request.HttpMethod, $endpoint.GetLeftPart('Authority') + $context.Request.RawUrl)
                    $request.Content = [Net.Http.ByteArrayContent]::new($bytes)
                    foreach ($name in $context.Request.Headers.AllKeys) {
                        if (-not $request.Headers.TryAddWithoutValidation($name, $context.Request.Headers[$name]) -and $name -ne 'Content-Length') {
                            $null = $request.Content.Headers.TryAddWithoutValidation($name, $context.Request.Headers[$name])
                        }
                    }
                    $back = $http.Send($request)
                    $response.StatusCode = [int] $back.StatusCode
                    foreach ($header in $back.Headers) { if ($header.Key -like 'x-amzn-*') { $response.Headers[$header.Key] = $header.Value[0] } }
                    $response.ContentType = "$($back.Content.Headers.ContentType)"
                    $given = $back.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult()
                }
                # Who was stopped takes no answer any more.
                try { $response.Close($given, $true) } catch { $response.Abort() }
            }
        }).AddArgument($proxy).AddArgument($Endpoint)
    $null = $proxy.Shell.BeginInvoke()
    $proxy
}

function Stop-AwsProxy($Proxy) {
    $Proxy.Listener.Stop()
    $Proxy.Shell.Dispose()
}

# What was asked of an operation since the last time that anything was looked at.
function Get-AwsCall($Proxy, [scriptblock] $Script) {
    $Proxy.Calls.Clear()
    $null = & $Script
    $Proxy.Calls.ToArray()
}
