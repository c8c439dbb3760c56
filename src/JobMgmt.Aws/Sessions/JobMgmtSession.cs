using System.Net;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleSystemsManagement;
using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.IdentityManagement;
using JobMgmt.Aws.Scheduler;
using JobMgmt.Aws.SimpleNotificationService;
using JobMgmt.Aws.StepFunctions;

namespace JobMgmt.Aws.Sessions;

/// <summary>
/// One target (AWS or a local runtime) with the credentials for it, and the service clients. The only place that knows which target
/// it is. Immutable and thread-safe; clients are made when first asked for and kept.
/// </summary>
public sealed class JobMgmtSession : IDisposable
{
    private readonly TimeSpan? _timeout;
    private readonly int? _maxErrorRetry;
    private readonly Profile? _profile;
    private readonly CredentialProfile? _profileValues;
    private readonly Lazy<IAmazonStepFunctions> _stepFunctions;
    private readonly Lazy<IAmazonSimpleSystemsManagement> _ssm;
    private readonly Lazy<IAmazonEventBridge> _eventBridge;
    private readonly Lazy<IAmazonScheduler> _scheduler;
    private readonly Lazy<IAmazonCloudWatchLogs> _logs;
    private readonly Lazy<IAmazonIdentityManagementService> _iam;
    private readonly Lazy<IAmazonDynamoDB> _dynamoDb;
    private readonly Lazy<IAmazonEC2> _ec2;
    private readonly Lazy<IAmazonS3> _s3;
    private readonly Lazy<IAmazonSimpleNotificationService> _sns;
    private readonly Lazy<IAmazonSecurityTokenService> _sts;
    private string? _accountId;

    private JobMgmtSession(SessionKind kind, string region, AWSCredentials credentials, AwsSessionOptions options, CredentialProfile? profile = null)
    {
        Kind = kind;
        Endpoint = options.EndpointUrl;
        Region = region;
        Credentials = credentials;
        ProfileName = options.ProfileName;
        _timeout = options.Timeout;
        _maxErrorRetry = options.MaxErrorRetry;
        _profileValues = profile;
        _profile = options.ProfileName is null ? null : new Profile(options.ProfileName, options.ProfileLocation);
        _stepFunctions = new(() => new AmazonStepFunctionsClient(Credentials, Configure(new AmazonStepFunctionsConfig())));
        _ssm = new(() => new AmazonSimpleSystemsManagementClient(Credentials, Configure(new AmazonSimpleSystemsManagementConfig())));
        _eventBridge = new(() => new AmazonEventBridgeClient(Credentials, Configure(new AmazonEventBridgeConfig())));
        _scheduler = new(() => new AmazonSchedulerClient(Credentials, Configure(new AmazonSchedulerConfig())));
        _logs = new(() => new AmazonCloudWatchLogsClient(Credentials, Configure(new AmazonCloudWatchLogsConfig())));
        _iam = new(() => new AmazonIdentityManagementServiceClient(Credentials, Configure(new AmazonIdentityManagementServiceConfig())));
        _dynamoDb = new(() => new AmazonDynamoDBClient(Credentials, Configure(new AmazonDynamoDBConfig())));
        _ec2 = new(() => new AmazonEC2Client(Credentials, Configure(new AmazonEC2Config())));
        // A bucket's name is a label of AWS's host names, but not of an endpoint's own.
        _s3 = new(() => new AmazonS3Client(Credentials, Configure(new AmazonS3Config { ForcePathStyle = Endpoint is not null })));
        _sns = new(() => new AmazonSimpleNotificationServiceClient(Credentials, Configure(new AmazonSimpleNotificationServiceConfig())));
        _sts = new(() => new AmazonSecurityTokenServiceClient(Credentials, Configure(new AmazonSecurityTokenServiceConfig())));
    }

    /// <summary>Which target this is.</summary>
    public SessionKind Kind { get; }

    /// <summary>The endpoint that takes all services' calls; null for AWS's own hosts.</summary>
    public Uri? Endpoint { get; }

    /// <summary>The Region, such as ap-northeast-1.</summary>
    public string Region { get; }

    /// <summary>The credentials that calls are signed with.</summary>
    public AWSCredentials Credentials { get; }

    /// <summary>The profile that the credentials came from, when one was named.</summary>
    public string? ProfileName { get; }

    /// <summary>The local runtime's data folder; null for AWS.</summary>
    public string? DataPath { get; private init; }

    /// <summary>The local runtime's process; null for AWS.</summary>
    public int? ProcessId { get; private init; }

    /// <summary>AWS Step Functions.</summary>
    public IAmazonStepFunctions StepFunctions => _stepFunctions.Value;

    /// <summary>AWS Systems Manager.</summary>
    public IAmazonSimpleSystemsManagement Ssm => _ssm.Value;

    /// <summary>Amazon EventBridge.</summary>
    public IAmazonEventBridge EventBridge => _eventBridge.Value;

    /// <summary>Amazon EventBridge Scheduler.</summary>
    public IAmazonScheduler Scheduler => _scheduler.Value;

    /// <summary>Amazon CloudWatch Logs.</summary>
    public IAmazonCloudWatchLogs Logs => _logs.Value;

    /// <summary>AWS Identity and Access Management.</summary>
    public IAmazonIdentityManagementService Iam => _iam.Value;

    /// <summary>Amazon DynamoDB.</summary>
    public IAmazonDynamoDB DynamoDb => _dynamoDb.Value;

    /// <summary>Amazon EC2.</summary>
    public IAmazonEC2 Ec2 => _ec2.Value;

    /// <summary>Amazon S3.</summary>
    public IAmazonS3 S3 => _s3.Value;

    /// <summary>Amazon Simple Notification Service.</summary>
    public IAmazonSimpleNotificationService Sns => _sns.Value;

    /// <summary>AWS Security Token Service.</summary>
    public IAmazonSecurityTokenService Sts => _sts.Value;

    /// <summary>The partition of the Region: aws, aws-cn, aws-us-gov.</summary>
    public string Partition => RegionEndpoint.GetBySystemName(Region).PartitionName;

    /// <summary>A session with the local runtime that holds a data folder, found by the files it keeps there.</summary>
    /// <exception cref="SessionException">No runtime runs there (RuntimeNotRunning) or its files are unusable.</exception>
    public static JobMgmtSession Local(string dataPath)
    {
        var files = LocalRuntimeFiles.TryRead(dataPath) ?? throw new SessionException(
            SessionErrorCode.RuntimeNotRunning,
            $"No local runtime runs in '{dataPath}'. Start one with Start-JobRuntime.");

        // A loopback service that does not answer is down: one more try covers a restart, more would only keep the user waiting.
        var options = new AwsSessionOptions { EndpointUrl = files.Endpoint, MaxErrorRetry = 1 };
        return new JobMgmtSession(SessionKind.Local, files.Region, files.ReadCredentials(), options)
        {
            DataPath = files.DataPath,
            ProcessId = files.ProcessId,
        };
    }

    /// <summary>A session with AWS, or with whatever listens at <see cref="AwsSessionOptions.EndpointUrl"/>.</summary>
    /// <exception cref="SessionException">Credentials or Region cannot be found, or the options contradict each other.</exception>
    public static JobMgmtSession Aws(AwsSessionOptions options)
    {
        var (credentials, region, profile) = AwsCredentialSource.Find(options);
        return new JobMgmtSession(SessionKind.Aws, region, credentials, options, profile);
    }

    /// <summary>The account id, asked from STS once; a failed attempt is not remembered.</summary>
    /// <exception cref="AmazonSecurityTokenServiceException">The target refuses the credentials.</exception>
    public async Task<string> GetAccountIdAsync(CancellationToken cancellationToken = default)
    {
        if (_accountId is null)
        {
            var identity = await Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken).ConfigureAwait(false);
            _accountId = identity.Account;
        }

        return _accountId;
    }

    /// <summary>Gives back the clients that were made.</summary>
    public void Dispose()
    {
        DisposeMade(_stepFunctions);
        DisposeMade(_ssm);
        DisposeMade(_eventBridge);
        DisposeMade(_scheduler);
        DisposeMade(_logs);
        DisposeMade(_iam);
        DisposeMade(_dynamoDb);
        DisposeMade(_ec2);
        DisposeMade(_s3);
        DisposeMade(_sns);
        DisposeMade(_sts);
    }

    private static void DisposeMade<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    private T Configure<T>(T config)
        where T : ClientConfig
    {
        if (Endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }
        else
        {
            // Some operations put a prefix before the host, which a custom endpoint's name does not resolve with.
            config.ServiceURL = Endpoint.AbsoluteUri;
            config.AuthenticationRegion = Region;
            config.DisableHostPrefixInjection = true;
            if (Endpoint.IsLoopback)
            {
                // HTTP_PROXY knows nothing of loopback: without this a signed request would leave the machine.
                config.SetWebProxy(new WebProxy());
            }
        }

        if (_profile is not null)
        {
            // The profile's endpoint_url and services sections count too, not only its keys.
            config.Profile = _profile;
        }

        // What does not answer on this machine is down: there is nothing to wait for. STS, which is asked first, tells early that there is no network.
        if (Endpoint is not { IsLoopback: true } && config is not AmazonSecurityTokenServiceConfig)
        {
            AwsRetries.Set(config, _profileValues);
        }

        // Reading a default and setting it again would pin it (and null is refused): only what was asked for is set.
        if (_timeout is { } timeout)
        {
            config.Timeout = timeout;
        }

        if (_maxErrorRetry is { } retries)
        {
            config.MaxErrorRetry = retries;
        }

        return config;
    }
}
