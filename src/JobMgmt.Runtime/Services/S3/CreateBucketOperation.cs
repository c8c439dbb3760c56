using System.Net;
using System.Text.RegularExpressions;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>CreateBucket. In us-east-1 a bucket that is yours already is no error, as S3 has kept it there.</summary>
internal sealed class CreateBucketOperation(RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    private const string FirstRegion = "us-east-1";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static readonly string[] _reservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] _reservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];
    private static readonly Regex _name = new("^[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]$", RegexOptions.CultureInvariant);

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var bucket = request.Bucket();
        if (!_name.IsMatch(bucket) || bucket.Contains("..", StringComparison.Ordinal) || IPAddress.TryParse(bucket, out _)
            || Array.Exists(_reservedPrefixes, prefix => bucket.StartsWith(prefix, StringComparison.Ordinal))
            || Array.Exists(_reservedSuffixes, suffix => bucket.EndsWith(suffix, StringComparison.Ordinal)))
        {
            throw new ServiceException("InvalidBucketName", "The specified bucket is not valid.", 400, JsonObject.Of(("BucketName", bucket)));
        }

        CheckLocation(request.Object("CreateBucketConfiguration")?.Text("LocationConstraint"));
        return call.WriteAsync(store =>
        {
            if (S3BucketStore.Find(store, bucket) is null)
            {
                S3BucketStore.Add(store, bucket, time.GetUtcNow());
            }
            else if (identity.Region != FirstRegion)
            {
                throw new ServiceException(
                    "BucketAlreadyOwnedByYou",
                    "Your previous request to create the named bucket succeeded and you already own it.",
                    409,
                    JsonObject.Of(("BucketName", bucket)));
            }

            return JsonObject.Of(("Location", $"/{bucket}"));
        });
    }

    private void CheckLocation(string? constraint)
    {
        if (constraint == FirstRegion)
        {
            throw new ServiceException(
                "InvalidLocationConstraint", "The specified location-constraint is not valid", 400, JsonObject.Of(("LocationConstraint", constraint)));
        }

        if ((constraint ?? FirstRegion) != identity.Region)
        {
            throw new ServiceException(
                "IllegalLocationConstraintException",
                $"The {constraint ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.");
        }
    }
}
