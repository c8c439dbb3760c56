using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace JobMgmt.Aws.Tests.Fakes;

/// <summary>Takes the waiting out of retries, so that tests take no time.</summary>
public static class Backoff
{
    public static T WithoutBackoff<T>(this T client)
        where T : AmazonServiceClient
    {
        var property = typeof(AmazonServiceClient).GetProperty("RuntimePipeline", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var pipeline = (RuntimePipeline)property.GetValue(client)!;
        foreach (var handler in pipeline.Handlers.OfType<RetryHandler>())
        {
            handler.RetryPolicy.GetType().GetProperty("MaxBackoffInMilliseconds")!.SetValue(handler.RetryPolicy, 0);
        }

        return client;
    }
}
