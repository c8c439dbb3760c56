using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.S3;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "xunit disposes it by DisposeAsync")]
public sealed class S3ProtocolTests : IAsyncLifetime
{
    private TestRuntime _runtime = null!;
    private S3Client _s3 = null!;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync();
        _s3 = new S3Client(_runtime.Endpoint, _runtime.Host.Identity.Key, TimeProvider.System);
        (await _s3.SendAsync("PUT", "/bucket")).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        _s3.Dispose();
        await _runtime.DisposeAsync();
    }

    [Fact]
    public async Task Chunks_MakeTheObject_WhenSignedWithATrailer()
    {
        var chunks = new[] { Bytes(70_000, 1), Bytes(8192, 2), Bytes(3, 3) };
        var whole = chunks.SelectMany(chunk => chunk).ToArray();

        using var put = await _s3.PutChunkedAsync("/bucket/chunked", chunks, ("x-amz-checksum-sha256", Sha256(whole)));

        Assert.Equal(200, (int)put.StatusCode);
        Assert.Equal(Sha256(whole), put.Headers.GetValues("x-amz-checksum-sha256").Single());
        using var get = await _s3.SendAsync("GET", "/bucket/chunked");
        Assert.Equal(whole, await get.Content.ReadAsByteArrayAsync());
        Assert.False(get.Content.Headers.Contains("Content-Encoding"), "aws-chunked is not the object's");
    }

    [Theory]
    [InlineData("a byte of data", 200, "SignatureDoesNotMatch")]
    [InlineData("the end is missing", -1, "SignatureDoesNotMatch,IncompleteBody")]
    public async Task Chunks_AreRefused_WhenChanged(string what, int at, string codes)
    {
        var chunk = Bytes(1000, 1);
        byte[] Change(byte[] body)
        {
            if (at < 0)
            {
                return body[..900];
            }

            body[at]++;
            return body;
        }

        using var put = await _s3.PutChunkedAsync("/bucket/changed", [chunk], ("x-amz-checksum-sha256", Sha256(chunk)), Change);

        var code = Code(await put.Content.ReadAsStringAsync());
        Assert.True(codes.Split(',').AsEnumerable().Contains(code), $"{what}: {code}");
        using var head = await _s3.SendAsync("HEAD", "/bucket/changed");
        Assert.Equal(404, (int)head.StatusCode);
    }

    [Fact]
    public async Task Trailer_IsChecked_AgainstTheBytes()
    {
        using var put = await _s3.PutChunkedAsync("/bucket/bad", [Bytes(10, 1)], ("x-amz-checksum-crc32", "AAAAAA=="));

        Assert.Equal((400, "BadDigest"), ((int)put.StatusCode, Code(await put.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("nonsense", "InvalidArgument")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "XAmzContentSHA256Mismatch")]
    public async Task Body_IsRefused_WhenItIsNotWhatWasSigned(string payload, string code)
    {
        using var put = await _s3.SendAsync("PUT", "/bucket/other", [1, 2, 3], payload: payload);

        Assert.Equal(code, Code(await put.Content.ReadAsStringAsync()));
        var objects = new DirectoryInfo(Path.Combine(_runtime.DataPath, "objects"));
        Assert.Empty(objects.Exists ? objects.GetFiles("*", SearchOption.AllDirectories) : []);
    }

    [Theory]
    [InlineData("bucket.localhost")]
    [InlineData("bucket.s3.localhost:8080")]
    [InlineData("bucket.s3.us-east-1.localhost")]
    public async Task Bucket_IsFound_InTheHost(string host)
    {
        using var put = await _s3.SendAsync("PUT", "/folder/key", "text"u8.ToArray(), host);

        Assert.Equal(200, (int)put.StatusCode);
        using var get = await _s3.SendAsync("GET", "/bucket/folder/key");
        Assert.Equal("text", await get.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Error_IsS3sDocument()
    {
        using var get = await _s3.SendAsync("GET", "/bucket/no%20key");

        Assert.Equal(404, (int)get.StatusCode);
        Assert.Equal("application/xml", get.Content.Headers.ContentType?.MediaType);
        var text = await get.Content.ReadAsStringAsync();
        Assert.Contains("<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>no key</Key>", text, StringComparison.Ordinal);
        Assert.Contains($"<RequestId>{get.Headers.GetValues("x-amz-request-id").Single()}</RequestId>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bucket_IsYoursAlready_OutsideUsEast1()
    {
        await using var runtime = await TestRuntime.StartAsync(region: "eu-west-1");
        var configuration = JsonObject.Of(("LocationConstraint", "eu-west-1"));
        await runtime.CallAsync("s3", "CreateBucket", ("Bucket", "bucket"), ("CreateBucketConfiguration", configuration));

        var again = await Assert.ThrowsAsync<AwsErrorException>(
            () => runtime.CallAsync("s3", "CreateBucket", ("Bucket", "bucket"), ("CreateBucketConfiguration", configuration)));
        var elsewhere = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("s3", "CreateBucket", ("Bucket", "other")));

        Assert.Equal((409, "BucketAlreadyOwnedByYou"), (again.Status, again.Code));
        Assert.Equal("The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.", elsewhere.ServiceMessage);
    }

    [Fact]
    public async Task Put_IsRefused_WhileTheStoreCannotWrite()
    {
        using (await FullDisk.FillAsync(_runtime))
        {
            using var put = await _s3.SendAsync("PUT", "/bucket/key", [1]);
            Assert.Equal((503, "ServiceUnavailable"), ((int)put.StatusCode, Code(await put.Content.ReadAsStringAsync())));
        }

        Assert.Empty(new DirectoryInfo(Path.Combine(_runtime.DataPath, "objects")).GetFiles("*", SearchOption.AllDirectories));
        using var again = await _s3.SendAsync("PUT", "/bucket/key", [1]);
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Theory]
    [InlineData("/bucket?delete", "<Delete>")]
    [InlineData("/bucket?delete", "<!DOCTYPE a [<!ENTITY b 'c'>]><Delete><Object><Key>&b;</Key></Object></Delete>")]
    [InlineData("/bucket?delete", "")]
    public async Task Document_IsRefused_WhenItIsNotOne(string path, string xml)
    {
        using var post = await _s3.SendAsync("POST", path, System.Text.Encoding.UTF8.GetBytes(xml));

        Assert.Equal((400, "MalformedXML"), ((int)post.StatusCode, Code(await post.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("x-amz-tagging", "a=1&b=2&a=3", "InvalidArgument", "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.")]
    [InlineData("x-amz-tagging", "a&b&c&d&e&f&g&h&i&j&k", "BadRequest", "Object tags cannot be greater than 10")]
    [InlineData("x-amz-storage-class", "FOO", "InvalidStorageClass", "The storage class you specified is not valid")]
    [InlineData("x-amz-storage-class", "standard", "InvalidStorageClass", "The storage class you specified is not valid")]
    [InlineData("x-amz-checksum-sha256", "ABCD", "InvalidRequest", "Value for x-amz-checksum-sha256 header is invalid.")]
    [InlineData("x-amz-checksum-sha1", "no base64", "InvalidRequest", "Value for x-amz-checksum-sha1 header is invalid.")]
    [InlineData("x-amz-checksum-crc32", "AAAAAAA=", "InvalidRequest", "Value for x-amz-checksum-crc32 header is invalid.")]
    [InlineData("x-amz-checksum-crc32c", "AAAA", "InvalidRequest", "Value for x-amz-checksum-crc32c header is invalid.")]
    [InlineData("x-amz-checksum-crc64nvme", "AAAAAA==", "InvalidRequest", "Value for x-amz-checksum-crc64nvme header is invalid.")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest", "The CRC32 you specified did not match the calculated checksum.")]
    public async Task Put_IsRefused_ForItsHeader(string name, string value, string code, string message)
    {
        using var put = await _s3.SendAsync("PUT", "/bucket/key", [1], headers: (name, value));

        Assert.Equal((400, code, message), ((int)put.StatusCode, Code(await put.Content.ReadAsStringAsync()), Message(await put.Content.ReadAsStringAsync())));
        using var head = await _s3.SendAsync("HEAD", "/bucket/key");
        Assert.Equal(404, (int)head.StatusCode);
    }

    [Theory]
    [InlineData("a,b,a", "InvalidTag", "Cannot provide multiple Tags with the same key")]
    [InlineData("a,b,c,d,e,f,g,h,i,j,k", "BadRequest", "Object tags cannot be greater than 10")]
    public async Task Tags_AreRefused(string keys, string code, string message)
    {
        using var put = await _s3.SendAsync("PUT", "/bucket/key", [1], headers: ("x-amz-tagging", "kept=1"));
        put.EnsureSuccessStatusCode();
        var tags = string.Concat(keys.Split(',').Select(key => $"<Tag><Key>{key}</Key><Value>v</Value></Tag>"));

        using var tagging = await _s3.SendAsync("PUT", "/bucket/key?tagging", System.Text.Encoding.UTF8.GetBytes($"<Tagging><TagSet>{tags}</TagSet></Tagging>"));

        var text = await tagging.Content.ReadAsStringAsync();
        Assert.Equal((400, code, message), ((int)tagging.StatusCode, Code(text), Message(text)));
        using var get = await _s3.SendAsync("GET", "/bucket/key?tagging");
        Assert.Contains("<Key>kept</Key>", await get.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xn--bucket")]
    [InlineData("sthree-bucket")]
    [InlineData("amzn-s3-demo-bucket")]
    [InlineData("bucket-s3alias")]
    [InlineData("bucket--ol-s3")]
    [InlineData("bucket.mrap")]
    [InlineData("bucket--x-s3")]
    [InlineData("bucket--table-s3")]
    public async Task Bucket_IsRefused_WhenItsNameIsReserved(string name)
    {
        using var put = await _s3.SendAsync("PUT", "/" + name);

        Assert.Equal((400, "InvalidBucketName"), ((int)put.StatusCode, Code(await put.Content.ReadAsStringAsync())));
        using var near = await _s3.SendAsync("PUT", "/b" + name + "b"); // inside a name they are allowed
        Assert.Equal(200, (int)near.StatusCode);
    }

    [Fact]
    public async Task List_IsRefused_WhenTheTokenIsEmpty()
    {
        using var list = await _s3.SendAsync("GET", "/bucket?list-type=2&continuation-token=");

        var text = await list.Content.ReadAsStringAsync();
        Assert.Equal((400, "InvalidArgument", "The continuation token provided is incorrect"), ((int)list.StatusCode, Code(text), Message(text)));
    }

    private static string Message(string xml) => System.Xml.Linq.XElement.Parse(xml).Element("Message")!.Value;

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Sha256(byte[] bytes) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(bytes));

    private static string Code(string xml) => System.Xml.Linq.XElement.Parse(xml).Element("Code")!.Value;
}
